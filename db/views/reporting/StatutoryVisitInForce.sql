-- Statutory visits: the records in force now, each with the agency that sent it and the day it counts on.
-- Every visit that fell due in the period, made or not. Written by a test from the declaration of statutory-visits.
CREATE VIEW StatutoryVisitInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    t.DueOn AS CountedOn,
    t.VisitId,
    t.ChildId,
    t.Locality,
    t.Team,
    t.VisitType,
    t.DueOn,
    t.VisitedOn,
    t.ChildSeen,
    t.SeenAlone,
    t.NotAloneReason,
    t.WorkerId,
    t.ManagerCheckedOn
FROM StatutoryVisit t
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND t.DueOn BETWEEN s.FromDay AND s.ToDay
WHERE NOT EXISTS (
    SELECT 1
    FROM RestatedRecord x
    JOIN Segment n ON n.SegmentId = x.SegmentId AND n.EndedAt IS NULL
    WHERE x.ReturnId = t.ReturnId AND x.RecordNumber = t.RecordNumber)
