-- Every return that was submitted, with the status that the API gives it now: accepted, accepted-with-findings, held (until
-- somebody confirms it), rejected, superseded (newer returns hold all its days), withdrawn or expired (held, and not confirmed in time).
-- Queried counts records with a query that nobody has explained, Explained those whose queries are all explained.
CREATE VIEW SubmittedReturn AS
SELECT
    r.ReturnId,
    r.Agency,
    r.Dataset,
    r.FromDay,
    r.ToDay,
    r.ReceivedAt,
    r.WithdrawnAt,
    CASE
        WHEN r.WithdrawnAt IS NOT NULL THEN 'withdrawn'
        WHEN r.Status = 'rejected' THEN r.Status
        WHEN r.Status = 'held' THEN (SELECT COALESCE(h.Ending, 'held') FROM HeldReturn h WHERE h.ReturnId = r.ReturnId)
        WHEN NOT EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND s.EndedAt IS NULL) THEN 'superseded'
        ELSE r.Status
    END AS Status,
    r.Received,
    r.Accepted,
    r.Rejected,
    r.Queried,
    r.Reason,
    COALESCE(r.Explained, 0) AS Explained
FROM AgencyReturn r
