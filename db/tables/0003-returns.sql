-- Returns, what was found in them, which days they hold, and the counts of those days.

-- One submission. Rejected ones are kept too, with their findings and without records.
-- Ordinal is the order in which an agency's returns of one dataset were taken: the greatest is the newest.
-- Receipt is the answer as it was given (JSON); Reason says why a body that could not be read was refused.
CREATE TABLE AgencyReturn (
    ReturnId CHAR(36) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    FromDay DATE NOT NULL,
    ToDay DATE NOT NULL,
    Ordinal INT NOT NULL,
    Status NVARCHAR(30) NOT NULL,
    ReceivedAt DATETIME2(3) NOT NULL,
    ReceivedOn DATE NOT NULL,
    WithdrawnAt DATETIME2(3) NULL,
    MediaType NVARCHAR(60) NOT NULL,
    ContentHash CHAR(64) NOT NULL,
    Received INT NOT NULL,
    Accepted INT NOT NULL,
    Rejected INT NOT NULL,
    Queried INT NOT NULL,
    Reason NVARCHAR(400) NULL,
    Receipt NVARCHAR(MAX) NULL,
    CONSTRAINT PK_AgencyReturn PRIMARY KEY (ReturnId),
    CONSTRAINT UQ_AgencyReturn_Ordinal UNIQUE (Agency, Dataset, Ordinal),
    CONSTRAINT FK_AgencyReturn_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));

CREATE INDEX IX_AgencyReturn_Days ON AgencyReturn (Agency, Dataset, ToDay);
CREATE INDEX IX_AgencyReturn_ReceivedAt ON AgencyReturn (ReceivedAt, ReturnId);

-- The rules a return broke, with how often: one row for each rule and field. Field is empty where a rule names none.
CREATE TABLE RuleBreach (
    ReturnId CHAR(36) NOT NULL,
    RuleCode NVARCHAR(10) NOT NULL,
    Field NVARCHAR(60) NOT NULL,
    Severity NVARCHAR(10) NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    Message NVARCHAR(1000) NOT NULL,
    Findings INT NOT NULL,
    CONSTRAINT PK_RuleBreach PRIMARY KEY (ReturnId, RuleCode, Field),
    CONSTRAINT FK_RuleBreach_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered

-- Each single breach, in the order it was found. The sentence is in RuleBreach.
CREATE TABLE Finding (
    ReturnId CHAR(36) NOT NULL,
    FindingNumber INT NOT NULL,
    RecordNumber INT NULL,
    LineNumber INT NULL,
    RecordKey NVARCHAR(36) NULL,
    RuleCode NVARCHAR(10) NOT NULL,
    Field NVARCHAR(60) NOT NULL,
    Severity NVARCHAR(10) NOT NULL,
    FoundValue NVARCHAR(60) NULL,
    CONSTRAINT PK_Finding PRIMARY KEY (ReturnId, FindingNumber),
    CONSTRAINT FK_Finding_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered

-- The days of one month that belong to one return, from the instant they began to do so until the instant they ceased.
-- Nothing is deleted: what was known on an earlier day is what had begun and had not ended by then.
CREATE TABLE Segment (
    SegmentId CHAR(36) NOT NULL,
    ReturnId CHAR(36) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    MonthOn DATE NOT NULL,
    FromDay DATE NOT NULL,
    ToDay DATE NOT NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_Segment PRIMARY KEY (SegmentId),
    CONSTRAINT FK_Segment_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId));

CREATE INDEX IX_Segment_Dataset ON Segment (Dataset, MonthOn, Agency);
CREATE INDEX IX_Segment_Return ON Segment (ReturnId, EndedAt);

-- An indicator's counts for one segment. The total ('all') is by day, members are by the days of one week within the segment:
-- StartsOn is the first of them. Amount tells apart the lengths of time (working days); it is 0 where the indicator has none.
CREATE TABLE Cell (
    SegmentId CHAR(36) NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    StartsOn DATE NOT NULL,
    Member NVARCHAR(120) NOT NULL,
    Amount INT NOT NULL,
    Numerator DECIMAL(14, 2) NOT NULL,
    Denominator DECIMAL(14, 2) NOT NULL,
    CONSTRAINT PK_Cell PRIMARY KEY (SegmentId, Indicator, Dimension, StartsOn, Member, Amount),
    CONSTRAINT FK_Cell_Segment FOREIGN KEY (SegmentId) REFERENCES Segment (SegmentId)); -- clustered
