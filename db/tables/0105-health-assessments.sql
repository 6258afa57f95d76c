-- Every health assessment of a looked after child that fell due in the period, completed or not.

CREATE TABLE HealthAssessment (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    AssessmentId NVARCHAR(36) NOT NULL,
    ChildId NVARCHAR(36) NULL,
    NhsNumberHash CHAR(43) NULL,
    Locality NVARCHAR(80) NOT NULL,
    Provider NVARCHAR(120) NOT NULL,
    AssessmentType NVARCHAR(40) NOT NULL,
    BecameLookedAfterOn DATE NULL,
    DueOn DATE NOT NULL,
    CompletedOn DATE NULL,
    DelayReason NVARCHAR(40) NULL,
    CONSTRAINT PK_HealthAssessment PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_HealthAssessment_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
