-- What the partnership aims at: one row for each time a target was said. Nothing is overwritten: saying another for the same indicator,
-- scope and day ends the one before, as withdrawing does. A row with neither agency nor locality is the whole partnership's.
-- SetBy and EndedBy are ids of keys, without a reference: a key's row is deleted when it is changed, and what it said stays.

CREATE TABLE IndicatorTarget (
    TargetId CHAR(36) NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    Agency NVARCHAR(20) NULL,
    Locality NVARCHAR(120) NULL,
    ValidFrom DATE NOT NULL,
    TargetValue DECIMAL(14, 2) NOT NULL,
    Tolerance DECIMAL(14, 2) NOT NULL,
    SetAt DATETIME2(3) NOT NULL,
    SetBy CHAR(36) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    EndedBy CHAR(36) NULL,
    CONSTRAINT PK_IndicatorTarget PRIMARY KEY (TargetId),
    CONSTRAINT FK_IndicatorTarget_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));

CREATE INDEX IX_IndicatorTarget_Indicator ON IndicatorTarget (Indicator, ValidFrom);
