-- Workforce posts: the records in force now, each with the agency that sent it and the day it counts on.
-- Every post in the establishment at the close of the day, filled, vacant or covered. Written by a test from the declaration of workforce-posts.
CREATE VIEW WorkforcePostInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    r.ToDay AS CountedOn,
    t.PostId,
    t.Locality,
    t.Team,
    t.Role,
    t.Fte,
    t.Status,
    t.WorkerId,
    t.StartedOn,
    t.VacantSince,
    t.DbsCheckedOn
FROM WorkforcePost t
JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND r.ToDay BETWEEN s.FromDay AND s.ToDay
