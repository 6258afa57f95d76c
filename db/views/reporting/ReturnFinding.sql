-- Every single breach of a rule, in the order it was found, with what is wrong with the value and the rule's sentence. Field is empty where the rule names none.
-- Explained is why the record is right, where it is a query that somebody has explained.
CREATE VIEW ReturnFinding AS
SELECT
    r.Agency,
    r.Dataset,
    f.ReturnId,
    f.FindingNumber,
    f.RecordNumber,
    f.LineNumber,
    f.RecordKey,
    f.RuleCode,
    f.Field,
    f.Severity,
    b.Dimension,
    CASE WHEN f.Detail IS NULL THEN b.Message ELSE CONCAT(f.Detail, ' ', b.Message) END AS Message,
    f.FoundValue,
    f.Explained
FROM Finding f
JOIN RuleBreach b ON b.ReturnId = f.ReturnId AND b.RuleCode = f.RuleCode AND b.Field = f.Field
JOIN AgencyReturn r ON r.ReturnId = f.ReturnId
