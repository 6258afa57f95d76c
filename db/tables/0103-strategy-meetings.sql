-- Every strategy meeting whose need arose in the period, held or not.

CREATE TABLE StrategyMeeting (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    MeetingId NVARCHAR(36) NOT NULL,
    ChildId NVARCHAR(36) NOT NULL,
    Locality NVARCHAR(80) NOT NULL,
    Team NVARCHAR(120) NOT NULL,
    NeededOn DATE NOT NULL,
    HeldOn DATE NULL,
    SocialCareAttended BIT NULL,
    PoliceAttended BIT NULL,
    HealthAttended BIT NULL,
    SchoolAttended BIT NULL,
    Outcome NVARCHAR(40) NULL,
    CONSTRAINT PK_StrategyMeeting PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_StrategyMeeting_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
