-- Police notifications: the records in force now, each with the agency that sent it and the day it counts on.
-- Every notification of an incident in the period that concerns a child, shared with social care or not. Written by a test from the declaration of police-notifications.
CREATE VIEW PoliceNotificationInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    t.IncidentOn AS CountedOn,
    t.NotificationId,
    t.ChildId,
    t.Locality,
    t.Category,
    t.RiskGrade,
    t.IncidentOn,
    t.SharedOn
FROM PoliceNotification t
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND t.IncidentOn BETWEEN s.FromDay AND s.ToDay
WHERE NOT EXISTS (
    SELECT 1
    FROM RestatedRecord x
    JOIN Segment n ON n.SegmentId = x.SegmentId AND n.EndedAt IS NULL
    WHERE x.ReturnId = t.ReturnId AND x.RecordNumber = t.RecordNumber)
