-- Each figure's counts by month as they stand now, for the partnership: Dimension 'all' (Member '') is the total, the others its members.
-- Of a snapshot each agency's last day in the month counts, of an activity all days. No small number is hidden here.
-- Written by a test: which datasets are snapshots comes from their declarations.
CREATE VIEW LiveFigureCount AS
SELECT
    s.Dataset,
    c.Indicator,
    s.MonthOn,
    c.Dimension,
    c.Member,
    SUM(c.Numerator) AS Numerator,
    SUM(c.Denominator) AS Denominator
FROM (
    SELECT
        x.SegmentId,
        x.Dataset,
        x.MonthOn,
        CASE WHEN x.Dataset IN ('open-cases', 'workforce-posts')
            THEN ROW_NUMBER() OVER (PARTITION BY x.Agency, x.Dataset, x.MonthOn ORDER BY x.FromDay DESC)
            ELSE 1
        END AS Place
    FROM Segment x
    WHERE x.EndedAt IS NULL) s
JOIN Cell c ON c.SegmentId = s.SegmentId
WHERE s.Place = 1
GROUP BY s.Dataset, c.Indicator, s.MonthOn, c.Dimension, c.Member
