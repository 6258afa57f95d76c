-- One record is one record: which return stated a record's key last, and which records that took out of force.

-- The keys that taken, not withdrawn returns state, of datasets whose records have a day of their own. KeyHash is XXH128 of agency, dataset
-- and key. Ordinal is the return's, RecordNumber and CountedOn are the record's; there is no day where a return says the record is no more.
-- A key stays when its record is removed after its time, so that no older record comes back.
CREATE TABLE StatedKey (
    KeyHash BINARY(16) NOT NULL,
    Ordinal INT NOT NULL,
    RecordNumber INT NOT NULL,
    CountedOn DATE NULL,
    CONSTRAINT PK_StatedKey PRIMARY KEY (KeyHash, Ordinal)); -- clustered

-- The agencies and datasets whose keys are in StatedKey: those stored by an earlier version are added with the agency's next return.
CREATE TABLE KeyedDataset (
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    KeyedAt DATETIME2(3) NOT NULL,
    CONSTRAINT PK_KeyedDataset PRIMARY KEY (Agency, Dataset)); -- clustered

-- The keys of a return while it is compared with StatedKey. Empty before and after.
CREATE TABLE ComparedKey (
    ReturnId CHAR(36) NOT NULL,
    KeyHash BINARY(16) NOT NULL,
    RecordNumber INT NOT NULL,
    CountedOn DATE NULL,
    CONSTRAINT PK_ComparedKey PRIMARY KEY (ReturnId, KeyHash)); -- clustered

-- Keys whose records a return of changes says are no more.
CREATE TABLE PurgedKey (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    RecordKey NVARCHAR(36) NOT NULL,
    CONSTRAINT PK_PurgedKey PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_PurgedKey_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered

-- 1: the return states some records and says nothing of the others. It covers no day; its period names the day whose changes it has.
ALTER TABLE AgencyReturn ADD IsChanges BIT NOT NULL CONSTRAINT DF_AgencyReturn_IsChanges DEFAULT 0;

ALTER TABLE AcceptedReturn ADD IsChanges BIT NOT NULL CONSTRAINT DF_AcceptedReturn_IsChanges DEFAULT 0;

-- 0: the days do not belong to the return. The segment has what the return changes on them: its own records there, where it is a return
-- of changes, less the older records whose keys it states. Its cells can be negative.
ALTER TABLE Segment ADD CoversDays BIT NOT NULL CONSTRAINT DF_Segment_CoversDays DEFAULT 1;

-- The older records that a segment of changes takes out of force, each a record of the return ReturnId.
CREATE TABLE RestatedRecord (
    SegmentId CHAR(36) NOT NULL,
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    CountedOn DATE NOT NULL,
    CONSTRAINT PK_RestatedRecord PRIMARY KEY (SegmentId, ReturnId, RecordNumber),
    CONSTRAINT FK_RestatedRecord_Segment FOREIGN KEY (SegmentId) REFERENCES Segment (SegmentId)); -- clustered

CREATE INDEX IX_RestatedRecord_Record ON RestatedRecord (ReturnId, RecordNumber);
