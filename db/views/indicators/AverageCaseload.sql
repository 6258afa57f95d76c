-- One row for each worker and team that hold a case: how many they hold.
CREATE VIEW AverageCaseload AS
SELECT
    c.ReturnId,
    MIN(c.RecordNumber) AS RecordNumber,
    r.ToDay AS CountedOn,
    NULL AS Locality,
    c.Team,
    NULL AS Category,
    COUNT(*) AS Numerator,
    1 AS Denominator,
    0 AS Amount
FROM OpenCase c
JOIN AgencyReturn r ON r.ReturnId = c.ReturnId
WHERE c.AllocatedWorkerId IS NOT NULL
GROUP BY c.ReturnId, r.ToDay, c.Team, c.AllocatedWorkerId
