-- Figures are also by the main group of ethnicity. Stored cells get it from those by ethnicity, of which each code belongs to one group.

INSERT INTO Cell (SegmentId, Indicator, Dimension, StartsOn, Member, Amount, Numerator, Denominator)
SELECT c.SegmentId, c.Indicator, 'ethnic-group', c.StartsOn, g.EthnicGroup, c.Amount, SUM(c.Numerator), SUM(c.Denominator)
FROM Cell c
JOIN (SELECT DISTINCT Member, CASE
    WHEN Member = 'not-recorded' THEN 'not-recorded'
    WHEN Member = 'CHNE' THEN 'asian'
    WHEN Member LIKE 'W%' THEN 'white'
    WHEN Member LIKE 'M%' THEN 'mixed'
    WHEN Member LIKE 'A%' THEN 'asian'
    WHEN Member LIKE 'B%' THEN 'black'
    ELSE 'other' END AS EthnicGroup
  FROM Cell WHERE Dimension = 'ethnicity') g ON g.Member = c.Member
WHERE c.Dimension = 'ethnicity'
GROUP BY c.SegmentId, c.Indicator, c.StartsOn, g.EthnicGroup, c.Amount;
