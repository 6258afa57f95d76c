-- Every notification of an incident in the period that concerns a child, shared with social care or not.

CREATE TABLE PoliceNotification (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    NotificationId NVARCHAR(36) NOT NULL,
    ChildId NVARCHAR(36) NULL,
    Locality NVARCHAR(80) NOT NULL,
    Category NVARCHAR(40) NOT NULL,
    RiskGrade NVARCHAR(40) NOT NULL,
    IncidentOn DATE NOT NULL,
    SharedOn DATE NULL,
    CONSTRAINT PK_PoliceNotification PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_PoliceNotification_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
