-- The counts behind the figures as they stand now: each indicator's cells of the days in force, with the agency whose return holds these days.
-- The total (Dimension 'all', Member '') is by day, members are by the days of one week within a month: StartsOn is the first of them.
-- Amount tells lengths of time apart (working days): their denominator is how many cases had that length. No small number is hidden here.
CREATE VIEW LiveCell AS
SELECT
    s.Agency,
    s.Dataset,
    s.MonthOn,
    s.ReturnId,
    s.SegmentId,
    c.Indicator,
    c.Dimension,
    c.StartsOn,
    c.Member,
    c.Amount,
    c.Numerator,
    c.Denominator
FROM Segment s
JOIN Cell c ON c.SegmentId = s.SegmentId
WHERE s.EndedAt IS NULL
