-- One record for each pupil who has a social worker: sessions possible and attended in the period.

CREATE TABLE PupilAttendance (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    PupilId NVARCHAR(36) NOT NULL,
    UpnHash CHAR(43) NULL,
    Locality NVARCHAR(80) NOT NULL,
    SocialWorkerStatus NVARCHAR(40) NOT NULL,
    SessionsPossible INT NOT NULL,
    SessionsAttended INT NOT NULL,
    Suspensions INT NULL,
    CONSTRAINT PK_PupilAttendance PRIMARY KEY (ReturnId, RecordNumber),
    CONSTRAINT FK_PupilAttendance_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
