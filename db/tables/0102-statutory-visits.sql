-- Every visit that fell due in the period, made or not.

CREATE TABLE StatutoryVisit (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    VisitId NVARCHAR(36) NOT NULL,
    ChildId NVARCHAR(36) NOT NULL,
    Locality NVARCHAR(80) NOT NULL,
    Team NVARCHAR(120) NOT NULL,
    VisitType NVARCHAR(40) NOT NULL,
    DueOn DATE NOT NULL,
    VisitedOn DATE NULL,
    ChildSeen BIT NULL,
    SeenAlone BIT NULL,
    NotAloneReason NVARCHAR(40) NULL,
    WorkerId NVARCHAR(36) NULL,
    ManagerCheckedOn DATE NULL,
    CONSTRAINT PK_StatutoryVisit PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_StatutoryVisit_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
