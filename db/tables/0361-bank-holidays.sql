-- Bank holidays that an administrator added to those of db/reference/bank-holidays.csv, such as a proclaimed one. A row is in force from BeganAt
-- until EndedAt, and is never deleted: figures as known before it count the day as a working day. The rows of Calendar follow what is in force now.
CREATE TABLE AddedBankHoliday (
    HolidayId CHAR(36) NOT NULL,
    Day DATE NOT NULL,
    Name NVARCHAR(100) NOT NULL,
    BeganAt DATETIME2(3) NOT NULL,
    AddedBy NVARCHAR(100) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    EndedBy NVARCHAR(100) NULL,
    CONSTRAINT PK_AddedBankHoliday PRIMARY KEY (HolidayId));

CREATE INDEX IX_AddedBankHoliday_Day ON AddedBankHoliday (Day);
