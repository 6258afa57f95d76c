-- Open cases: the records in force now, each with the agency that sent it and the day it counts on.
-- Every child's case open to children's social care at the close of the day. Written by a test from the declaration of open-cases.
CREATE VIEW OpenCaseInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    r.ToDay AS CountedOn,
    t.ChildId,
    t.Locality,
    t.Team,
    t.PlanType,
    t.OpenedOn,
    t.AllocatedWorkerId,
    t.AllocatedOn,
    t.RiskReviewedOn,
    t.WorkersInLast12Months,
    t.DateOfBirth,
    t.Sex,
    t.Ethnicity,
    t.Disabilities
FROM OpenCase t
JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND r.ToDay BETWEEN s.FromDay AND s.ToDay
