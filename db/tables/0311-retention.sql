-- What is no longer kept, and what is left of it.

-- A return whose records and single findings were removed once their time was over. Its row, receipt, counts by rule and by field, segments and cells stay.
CREATE TABLE ForgottenReturn (
    ReturnId CHAR(36) NOT NULL,
    ForgottenAt DATETIME2(3) NOT NULL,
    Records INT NOT NULL,
    Findings INT NOT NULL,
    CONSTRAINT PK_ForgottenReturn PRIMARY KEY (ReturnId),
    CONSTRAINT FK_ForgottenReturn_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered

-- The days in England on which returns were forgotten by the daily job: of several instances the one that makes the day's row does it.
CREATE TABLE RetentionDay (
    RunOn DATE NOT NULL,
    BegunAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    Returns INT NOT NULL,
    CONSTRAINT PK_RetentionDay PRIMARY KEY (RunOn));

-- Of a return from which a child's records were erased: what they counted for, by day, so that its days can be divided anew and its
-- figures stay what they are. Differences between what the return's records count with them and without.
CREATE TABLE RemainingCount (
    ReturnId CHAR(36) NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    StartsOn DATE NOT NULL,
    Member NVARCHAR(120) NOT NULL,
    Amount INT NOT NULL,
    Numerator DECIMAL(14, 2) NOT NULL,
    Denominator DECIMAL(14, 2) NOT NULL,
    CONSTRAINT PK_RemainingCount PRIMARY KEY (ReturnId, Indicator, Dimension, StartsOn, Member, Amount),
    CONSTRAINT FK_RemainingCount_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
