-- Health assessments: the records in force now, each with the agency that sent it and the day it counts on.
-- Every health assessment of a looked after child that fell due in the period, completed or not. Written by a test from the declaration of health-assessments.
CREATE VIEW HealthAssessmentInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    t.DueOn AS CountedOn,
    t.AssessmentId,
    t.ChildId,
    t.Locality,
    t.Provider,
    t.AssessmentType,
    t.BecameLookedAfterOn,
    t.DueOn,
    t.CompletedOn,
    t.DelayReason
FROM HealthAssessment t
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND t.DueOn BETWEEN s.FromDay AND s.ToDay
WHERE NOT EXISTS (
    SELECT 1
    FROM RestatedRecord x
    JOIN Segment n ON n.SegmentId = x.SegmentId AND n.EndedAt IS NULL
    WHERE x.ReturnId = t.ReturnId AND x.RecordNumber = t.RecordNumber)
