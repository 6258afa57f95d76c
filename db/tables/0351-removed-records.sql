-- Records of events that were removed: a child's on request, or those that were out of force for the retention period.

-- What is left of a record so that it stays one record: the hash of its key, as in StatedKey, and its day.
CREATE TABLE RemovedRecord (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    KeyHash BINARY(16) NOT NULL,
    CountedOn DATE NOT NULL,
    CONSTRAINT PK_RemovedRecord PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_RemovedRecord_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered

-- What the record counted for, by day, so that figures stay what they are when its return's days are divided anew, or a newer return
-- states its key. As RemainingCount, for one record.
CREATE TABLE RemovedRecordCount (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    StartsOn DATE NOT NULL,
    Member NVARCHAR(120) NOT NULL,
    Amount INT NOT NULL,
    Numerator DECIMAL(14, 2) NOT NULL,
    Denominator DECIMAL(14, 2) NOT NULL,
    CONSTRAINT PK_RemovedRecordCount PRIMARY KEY (ReturnId, RecordNumber, Indicator, Dimension, StartsOn, Member, Amount),
    CONSTRAINT FK_RemovedRecordCount_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
