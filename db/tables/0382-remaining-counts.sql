-- What remains of erased records is kept without breakdowns: by breakdown it was the child's team, ethnicity, sex and age.
DELETE FROM RemainingCount WHERE Dimension <> 'all';
