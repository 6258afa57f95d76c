-- Optional, SQL Server 2022 or Azure SQL: the audit as an append-only ledger table. Nobody can then change or delete a line, a DBA with every right included, and
-- lines are chained by hashes, so that one changed in the database's files is found: sp_verify_database_ledger, against digests that are kept elsewhere.
-- A table cannot be made a ledger afterwards. So: stop the service, migrate, run this as db_owner, run roles.sql again, start. What was there is copied; the old table is dropped.
-- It cannot be undone: a ledger table that is dropped is kept under another name, and with it all lines.
-- (Microsoft Learn: "Create and use append-only ledger tables", "Ledger considerations and limitations".)
CREATE TABLE dbo.AuditLineLedger (
    LineId CHAR(36) NOT NULL,
    OccurredAt DATETIME2(3) NOT NULL,
    Act NVARCHAR(40) NOT NULL,
    Outcome NVARCHAR(40) NOT NULL,
    ActorKey NVARCHAR(100) NULL,
    Agency NVARCHAR(20) NULL,
    FromAddress NVARCHAR(60) NULL,
    Subject NVARCHAR(200) NULL,
    Records INT NULL,
    Times INT NOT NULL,
    TraceId NVARCHAR(80) NULL,
    CONSTRAINT PK_AuditLineLedger PRIMARY KEY (LineId))
WITH (LEDGER = ON (APPEND_ONLY = ON));
GO

INSERT INTO dbo.AuditLineLedger (LineId, OccurredAt, Act, Outcome, ActorKey, Agency, FromAddress, Subject, Records, Times, TraceId)
SELECT LineId, OccurredAt, Act, Outcome, ActorKey, Agency, FromAddress, Subject, Records, Times, TraceId FROM dbo.AuditLine;
GO

DROP TABLE dbo.AuditLine;
GO

EXEC sp_rename N'dbo.AuditLineLedger', N'AuditLine';
GO

CREATE INDEX IX_AuditLine_OccurredAt ON dbo.AuditLine (OccurredAt, LineId);
GO
