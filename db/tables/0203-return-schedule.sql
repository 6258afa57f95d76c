-- Who is to send what, how often and by when; and how the values of each field fared, from which scores are made.

-- From ValidFrom until the next later entry's day, an agency owes a return of the dataset for each period of the frequency, DueDays days after the
-- period's last day at DueTime by the clock in London. Frequency 'none': nothing is expected. SetByKey is the key's id; null for what came with the demonstration.
-- Nothing is deleted: what was agreed as of an earlier instant is what had begun and had not ended by then.
CREATE TABLE ReturnScheduleEntry (
    EntryId CHAR(36) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    ValidFrom DATE NOT NULL,
    Frequency NVARCHAR(10) NOT NULL,
    DueDays INT NOT NULL,
    DueTime CHAR(5) NOT NULL,
    SetByKey CHAR(36) NULL,
    EndedByKey CHAR(36) NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_ReturnScheduleEntry PRIMARY KEY (EntryId),
    CONSTRAINT FK_ReturnScheduleEntry_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));

CREATE INDEX IX_ReturnScheduleEntry_Dataset ON ReturnScheduleEntry (Dataset, Agency, ValidFrom);

-- Of a return that was read, by field: records in which a value was to be expected, those of them whose value is there and without a finding,
-- and those of these whose value is a default code such as "not known".
CREATE TABLE FieldCount (
    ReturnId CHAR(36) NOT NULL,
    Field NVARCHAR(60) NOT NULL,
    Expected INT NOT NULL,
    Valid INT NOT NULL,
    Defaults INT NOT NULL,
    CONSTRAINT PK_FieldCount PRIMARY KEY (ReturnId, Field),
    CONSTRAINT FK_FieldCount_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
