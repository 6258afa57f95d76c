-- Returns that were accepted to be worked on later (Prefer: respond-async), and what became of them. SubmissionId is the return's id from the first.
-- Holder is the instance that works on it, until HeldUntil; one that falls silent loses it to another. Outcome and what follows are empty until it is done,
-- and then as in IdempotencyKey, or 'submission-failed'.
CREATE TABLE AcceptedReturn (
    SubmissionId CHAR(36) NOT NULL,
    Client NVARCHAR(100) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    FromDay DATE NOT NULL,
    ToDay DATE NOT NULL,
    MediaType NVARCHAR(60) NOT NULL,
    ContentHash CHAR(64) NOT NULL,
    BodyBytes INT NOT NULL,
    IsStrict BIT NOT NULL,
    AcceptedAt DATETIME2(3) NOT NULL,
    Holder CHAR(36) NULL,
    HeldUntil DATETIME2(3) NULL,
    Tries INT NOT NULL,
    BytesRead INT NOT NULL,
    RecordsRead INT NOT NULL,
    FinishedAt DATETIME2(3) NULL,
    Outcome NVARCHAR(40) NULL,
    ReturnId CHAR(36) NULL,
    Detail NVARCHAR(400) NULL,
    LineNumber INT NULL,
    Position INT NULL,
    ReceivedOn DATE NULL,
    CONSTRAINT PK_AcceptedReturn PRIMARY KEY (SubmissionId),
    CONSTRAINT FK_AcceptedReturn_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));

CREATE INDEX IX_AcceptedReturn_FinishedAt ON AcceptedReturn (FinishedAt);

-- Their bodies, packed, in parts of about a mebibyte, each encrypted (AES-256-GCM) under a key that is not in the database. Gone when the return is done.
CREATE TABLE AcceptedBody (
    SubmissionId CHAR(36) NOT NULL,
    PartNumber INT NOT NULL,
    Sealed VARBINARY(MAX) NOT NULL,
    CONSTRAINT PK_AcceptedBody PRIMARY KEY (SubmissionId, PartNumber),
    CONSTRAINT FK_AcceptedBody_AcceptedReturn FOREIGN KEY (SubmissionId) REFERENCES AcceptedReturn (SubmissionId)); -- clustered
