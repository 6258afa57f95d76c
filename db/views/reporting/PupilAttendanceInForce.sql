-- School attendance: the records in force now, each with the agency that sent it and the day it counts on.
-- One record for each pupil who has a social worker: sessions possible and attended in the period. Written by a test from the declaration of school-attendance.
CREATE VIEW PupilAttendanceInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    r.ToDay AS CountedOn,
    t.PupilId,
    t.Locality,
    t.SocialWorkerStatus,
    t.SessionsPossible,
    t.SessionsAttended,
    t.Suspensions
FROM PupilAttendance t
JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND r.ToDay BETWEEN s.FromDay AND s.ToDay
