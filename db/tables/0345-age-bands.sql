-- Age bands are written so that no spreadsheet takes them for dates: Excel showed 5-9 as 5 September. What is stored is renamed, also what
-- was known before, so that a band has one name at every instant.

UPDATE Cell
SET Member = CASE Member WHEN '1-4' THEN '1 to 4' WHEN '5-9' THEN '5 to 9' WHEN '10-15' THEN '10 to 15' ELSE '16 to 17' END
WHERE Dimension = 'age' AND Member IN ('1-4', '5-9', '10-15', '16-17');

UPDATE RemainingCount
SET Member = CASE Member WHEN '1-4' THEN '1 to 4' WHEN '5-9' THEN '5 to 9' WHEN '10-15' THEN '10 to 15' ELSE '16 to 17' END
WHERE Dimension = 'age' AND Member IN ('1-4', '5-9', '10-15', '16-17');

UPDATE AreaPopulation
SET Member = CASE Member WHEN '1-4' THEN '1 to 4' WHEN '5-9' THEN '5 to 9' WHEN '10-15' THEN '10 to 15' ELSE '16 to 17' END
WHERE Dimension = 'age' AND Member IN ('1-4', '5-9', '10-15', '16-17');
