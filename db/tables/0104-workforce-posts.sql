-- Every post in the establishment at the close of the day, filled, vacant or covered.

CREATE TABLE WorkforcePost (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    PostId NVARCHAR(36) NOT NULL,
    Locality NVARCHAR(80) NOT NULL,
    Team NVARCHAR(120) NOT NULL,
    Role NVARCHAR(40) NOT NULL,
    Fte DECIMAL(6, 2) NOT NULL,
    Status NVARCHAR(40) NOT NULL,
    WorkerId NVARCHAR(36) NULL,
    StartedOn DATE NULL,
    VacantSince DATE NULL,
    DbsCheckedOn DATE NULL,
    CONSTRAINT PK_WorkforcePost PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_WorkforcePost_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
