-- What depends on the day of receipt, such as "due and not made", is judged again by each return of changes.

-- The returns of changes that judge the open records of the agency's returns before them, by Ordinal: those of JudgedOn, the day in England
-- on which they arrived. EndedAt is the instant of the withdrawal. Returns taken by an earlier version are not among them.
CREATE TABLE JudgingReturn (
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    Ordinal INT NOT NULL,
    ReturnId CHAR(36) NOT NULL,
    JudgedOn DATE NOT NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_JudgingReturn PRIMARY KEY (Agency, Dataset, Ordinal),
    CONSTRAINT FK_JudgingReturn_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered

-- Older records that a segment of changes judges again, and what that changes: the difference to what the record counted for before,
-- by day. Numerator and Denominator can be negative.
CREATE TABLE RejudgedRecord (
    SegmentId CHAR(36) NOT NULL,
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    StartsOn DATE NOT NULL,
    Member NVARCHAR(120) NOT NULL,
    Amount INT NOT NULL,
    Numerator DECIMAL(14, 2) NOT NULL,
    Denominator DECIMAL(14, 2) NOT NULL,
    CONSTRAINT PK_RejudgedRecord PRIMARY KEY (SegmentId, ReturnId, RecordNumber, Indicator, Dimension, StartsOn, Member, Amount),
    CONSTRAINT FK_RejudgedRecord_Segment FOREIGN KEY (SegmentId) REFERENCES Segment (SegmentId)); -- clustered

CREATE INDEX IX_RejudgedRecord_Record ON RejudgedRecord (ReturnId, RecordNumber);
