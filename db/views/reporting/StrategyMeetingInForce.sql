-- Strategy meetings: the records in force now, each with the agency that sent it and the day it counts on.
-- Every strategy meeting whose need arose in the period, held or not. Written by a test from the declaration of strategy-meetings.
CREATE VIEW StrategyMeetingInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    t.NeededOn AS CountedOn,
    t.MeetingId,
    t.ChildId,
    t.Locality,
    t.Team,
    t.NeededOn,
    t.HeldOn,
    t.SocialCareAttended,
    t.PoliceAttended,
    t.HealthAttended,
    t.SchoolAttended,
    t.Outcome
FROM StrategyMeeting t
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND t.NeededOn BETWEEN s.FromDay AND s.ToDay
WHERE NOT EXISTS (
    SELECT 1
    FROM RestatedRecord x
    JOIN Segment n ON n.SegmentId = x.SegmentId AND n.EndedAt IS NULL
    WHERE x.ReturnId = t.ReturnId AND x.RecordNumber = t.RecordNumber)
