-- Every child's case open to children's social care at the close of the day.

CREATE TABLE OpenCase (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    ChildId NVARCHAR(36) NOT NULL,
    Locality NVARCHAR(80) NOT NULL,
    Team NVARCHAR(120) NOT NULL,
    PlanType NVARCHAR(40) NOT NULL,
    OpenedOn DATE NOT NULL,
    AllocatedWorkerId NVARCHAR(36) NULL,
    AllocatedOn DATE NULL,
    RiskReviewedOn DATE NULL,
    WorkersInLast12Months INT NULL,
    DateOfBirth DATE NULL,
    Sex NVARCHAR(40) NULL,
    Ethnicity NVARCHAR(40) NULL,
    Disabilities NVARCHAR(160) NULL,
    NhsNumberHash CHAR(43) NULL,
    UpnHash CHAR(43) NULL,
    CONSTRAINT PK_OpenCase PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_OpenCase_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
