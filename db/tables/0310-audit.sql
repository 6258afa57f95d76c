-- Who did what, when, from where: written once, never changed and never deleted by the service. ActorKey is the id of a key, without a
-- reference: a key may go, what it did stays. Nothing here is a child's or a record's.
-- Times is over 1 where the same refusal came again and again within a short while, and was written once.

CREATE TABLE AuditLine (
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
    CONSTRAINT PK_AuditLine PRIMARY KEY (LineId));

CREATE INDEX IX_AuditLine_OccurredAt ON AuditLine (OccurredAt, LineId);
