-- A small database as version 12a345f made it, of made-up records, without the days of its calendar: UpgradeTests brings it up to date.
-- 12a345f.json beside it has what that version answered to requests of this database.
BEGIN TRANSACTION;
CREATE TABLE AcceptedBody (
    SubmissionId CHAR(36) NOT NULL,
    PartNumber INT NOT NULL,
    Sealed VARBINARY NOT NULL,
    CONSTRAINT PK_AcceptedBody PRIMARY KEY (SubmissionId, PartNumber),
    CONSTRAINT FK_AcceptedBody_AcceptedReturn FOREIGN KEY (SubmissionId) REFERENCES AcceptedReturn (SubmissionId)) WITHOUT ROWID;
CREATE TABLE AcceptedReturn (
    SubmissionId CHAR(36) NOT NULL,
    Client NVARCHAR(100) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    FromDay DATE NOT NULL,
    ToDay DATE NOT NULL,
    MediaType NVARCHAR(60) NOT NULL,
    ContentHash CHAR(64) NOT NULL,
    BodyBytes INT NOT NULL,
    IsStrict BIT NOT NULL,
    AcceptedAt DATETIME2(3) NOT NULL,
    Holder CHAR(36) NULL,
    HeldUntil DATETIME2(3) NULL,
    Tries INT NOT NULL,
    BytesRead INT NOT NULL,
    RecordsRead INT NOT NULL,
    FinishedAt DATETIME2(3) NULL,
    Outcome NVARCHAR(40) NULL,
    ReturnId CHAR(36) NULL,
    Detail NVARCHAR(400) NULL,
    LineNumber INT NULL,
    Position INT NULL,
    ReceivedOn DATE NULL,
    CONSTRAINT PK_AcceptedReturn PRIMARY KEY (SubmissionId),
    CONSTRAINT FK_AcceptedReturn_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));
INSERT INTO "AcceptedReturn" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','01a223db-97be-7a39-a514-5e2427b3940e','EXA-CSC','workforce-posts','2026-11-21','2026-11-21','text/csv','071da08dea5e9bb009feb354f633ae666aa3a53d08b0d9e3d2a6c5ed12b8edf7',1324,0,'2026-11-28 20:32:16.784',NULL,NULL,1,1324,0,'2026-11-28 20:32:16.874','taken','01a223db-cb90-74c8-87ca-2a8dc659e765',NULL,NULL,NULL,NULL);
CREATE TABLE Agency (
    Agency NVARCHAR(20) NOT NULL,
    Name NVARCHAR(200) NOT NULL,
    Sector NVARCHAR(20) NOT NULL,
    CONSTRAINT PK_Agency PRIMARY KEY (Agency));
INSERT INTO "Agency" VALUES('EXA-CSC','Exampleshire Children''s Social Care','social-care');
INSERT INTO "Agency" VALUES('EXA-ICB','Exampleshire Integrated Care Board','health');
INSERT INTO "Agency" VALUES('EXA-POL','Exampleshire Police','police');
INSERT INTO "Agency" VALUES('EXA-SCH-01','Exampleshire School 1','school');
INSERT INTO "Agency" VALUES('EXA-SCH-02','Exampleshire School 2','school');
INSERT INTO "Agency" VALUES('EXA-SCH-03','Exampleshire School 3','school');
INSERT INTO "Agency" VALUES('EXA-SCH-04','Exampleshire School 4','school');
INSERT INTO "Agency" VALUES('EXA-SCH-05','Exampleshire School 5','school');
INSERT INTO "Agency" VALUES('EXA-SCH-06','Exampleshire School 6','school');
INSERT INTO "Agency" VALUES('EXA-SCH-07','Exampleshire School 7','school');
INSERT INTO "Agency" VALUES('EXA-SCH-08','Exampleshire School 8','school');
INSERT INTO "Agency" VALUES('EXA-YJS','Exampleshire Youth Justice','youth-justice');
CREATE TABLE AgencyReturn (
    ReturnId CHAR(36) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    FromDay DATE NOT NULL,
    ToDay DATE NOT NULL,
    Ordinal INT NOT NULL,
    Status NVARCHAR(30) NOT NULL,
    ReceivedAt DATETIME2(3) NOT NULL,
    ReceivedOn DATE NOT NULL,
    WithdrawnAt DATETIME2(3) NULL,
    MediaType NVARCHAR(60) NOT NULL,
    ContentHash CHAR(64) NOT NULL,
    Received INT NOT NULL,
    Accepted INT NOT NULL,
    Rejected INT NOT NULL,
    Queried INT NOT NULL,
    Reason NVARCHAR(400) NULL,
    Receipt NVARCHAR NULL,
    CONSTRAINT PK_AgencyReturn PRIMARY KEY (ReturnId),
    CONSTRAINT UQ_AgencyReturn_Ordinal UNIQUE (Agency, Dataset, Ordinal),
    CONSTRAINT FK_AgencyReturn_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));
INSERT INTO "AgencyReturn" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','EXA-CSC','statutory-visits','2026-11-01','2026-11-22',1,'accepted-with-findings','2026-11-28 20:32:11.49','2026-11-28',NULL,'text/csv','970aa22b21699f54674637f2037d62157d6364a35f559eec41c63a6d1f2458a3',9,3,6,0,NULL,'{"returnId":"01a223db-b6dd-710a-880d-6f1702b8e7f9","agency":"EXA-CSC","dataset":"statutory-visits","period":{"from":"2026-11-01","to":"2026-11-22"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:11.490Z","supersedes":[],"records":{"received":9,"accepted":3,"rejected":6,"queried":0},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":2},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"SV01","severity":"error","dimension":"timeliness","message":"A visit must have fallen due within the period of the return.","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"mileage","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":4,"line":5,"key":"V-2004","field":"dueOn","rule":"SV01","severity":"error","message":"A visit must have fallen due within the period of the return.","value":"2026-11-26"},{"record":5,"line":6,"key":"V-2005","field":"visitType","rule":"R01","severity":"error","message":"A required field must be present: visitType is missing.","value":null},{"record":6,"line":7,"key":"V-2006","field":"visitedOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): visitedOn is a date that exists, written YYYY-MM-DD.","value":"2026-10-32"},{"record":7,"line":8,"key":"V-2007","field":"childSeen","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): childSeen is true or false (in CSV also 1/0, yes/no, y/n).","value":null},{"record":8,"line":9,"key":"V-2008","field":"notAloneReason","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: notAloneReason is one of too-young, child-declined, not-appropriate, other.","value":null}],"indicators":[{"code":"visits-on-time","month":"2026-11","value":100.0,"previous":null,"unit":"percent"},{"code":"children-seen-alone","month":"2026-11","value":50.0,"previous":null,"unit":"percent"},{"code":"visits-checked-by-manager","month":"2026-11","value":100.0,"previous":null,"unit":"percent"},{"code":"visit-lateness","month":"2026-11","value":0.0,"previous":null,"unit":"days"}]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','EXA-CSC','strategy-meetings','2026-11-01','2026-11-22',1,'accepted-with-findings','2026-11-28 20:32:12.873','2026-11-28',NULL,'application/json','d2c4ae3da3d04069be7ecf4e77f5cbcd6956765409b7f4ccbbb751d5dca7b9a7',14,5,9,2,NULL,'{"returnId":"01a223db-bc49-78b9-8fee-990b627e176c","agency":"EXA-CSC","dataset":"strategy-meetings","period":{"from":"2026-11-01","to":"2026-11-22"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:12.873Z","supersedes":[],"records":{"received":14,"accepted":5,"rejected":9,"queried":2},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":1},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R07","severity":"error","dimension":"timeliness","message":"A date must not be after the day the return was received, unless its field says so.","findings":1},{"code":"SM01","severity":"error","dimension":"timeliness","message":"The need for a meeting must have arisen within the period of the return.","findings":1},{"code":"SM02","severity":"error","dimension":"consistency","message":"A meeting cannot be held before it was needed.","findings":1},{"code":"SM03","severity":"error","dimension":"completeness","message":"If a meeting was held, whether social care, police and health attended must be recorded.","findings":1},{"code":"SM04","severity":"error","dimension":"consistency","message":"Attendance and outcome are recorded only for a meeting that was held.","findings":1},{"code":"SM05","severity":"query","dimension":"timeliness","message":"A meeting should be held within 3 working days of being needed.","findings":2},{"code":"SM06","severity":"query","dimension":"accuracy","message":"A social worker, the police and a health practitioner should, as a minimum, attend.","findings":1}],"findings":[{"record":3,"line":null,"key":"S-303","field":"neededOn","rule":"R01","severity":"error","message":"A required field must be present: neededOn is missing.","value":null},{"record":4,"line":null,"key":"S-304","field":"heldOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): heldOn is a date that exists, written YYYY-MM-DD.","value":"2026-11-31"},{"record":5,"line":null,"key":"S-305","field":"outcome","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: outcome is one of section-47-single, section-47-joint, assessment, no-further-action.","value":null},{"record":6,"line":null,"key":"S-301","field":"meetingId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":null,"line":null,"key":null,"field":"chair","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":8,"line":null,"key":"S-308","field":"heldOn","rule":"R07","severity":"error","message":"A date must not be after the day the return was received, unless its field says so.","value":"2062-11-05"},{"record":8,"line":null,"key":"S-308","field":"heldOn","rule":"SM05","severity":"query","message":"A meeting should be held within 3 working days of being needed.","value":"2062-11-05"},{"record":9,"line":null,"key":"S-309","field":"neededOn","rule":"SM01","severity":"error","message":"The need for a meeting must have arisen within the period of the return.","value":"2026-10-30"},{"record":10,"line":null,"key":"S-310","field":"heldOn","rule":"SM02","severity":"error","message":"A meeting cannot be held before it was needed.","value":"2026-11-03"},{"record":11,"line":null,"key":"S-311","field":"policeAttended","rule":"SM03","severity":"error","message":"If a meeting was held, whether social care, police and health attended must be recorded.","value":null},{"record":12,"line":null,"key":"S-312","field":"outcome","rule":"SM04","severity":"error","message":"Attendance and outcome are recorded only for a meeting that was held.","value":"section-47-joint"},{"record":13,"line":null,"key":"S-313","field":"heldOn","rule":"SM05","severity":"query","message":"A meeting should be held within 3 working days of being needed.","value":"2026-11-10"},{"record":14,"line":null,"key":"S-314","field":"healthAttended","rule":"SM06","severity":"query","message":"A social worker, the police and a health practitioner should, as a minimum, attend.","value":"false"}],"indicators":[{"code":"strategy-meetings-on-time","month":"2026-11","value":60.0,"previous":null,"unit":"percent"},{"code":"strategy-meeting-delay","month":"2026-11","value":1.0,"previous":null,"unit":"days"},{"code":"strategy-meetings-quorate","month":"2026-11","value":75.0,"previous":null,"unit":"percent"}]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','EXA-ICB','health-assessments','2026-11-01','2026-11-22',1,'accepted-with-findings','2026-11-28 20:32:13.006','2026-11-28',NULL,'text/csv','2926ef32957965ded5069b8464dbe5f00cead45b3c3d509f845304b5f278b275',15,6,9,3,NULL,'{"returnId":"01a223db-bcce-70e6-8033-92b64bbd00ad","agency":"EXA-ICB","dataset":"health-assessments","period":{"from":"2026-11-01","to":"2026-11-22"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:13.006Z","supersedes":[],"records":{"received":15,"accepted":6,"rejected":9,"queried":3},"rules":[{"code":"HA01","severity":"error","dimension":"timeliness","message":"An assessment must have fallen due within the period of the return.","findings":2},{"code":"HA02","severity":"error","dimension":"completeness","message":"An assessment must identify the child.","findings":1},{"code":"HA03","severity":"error","dimension":"completeness","message":"An initial assessment must give the date the child became looked after.","findings":1},{"code":"HA04","severity":"query","dimension":"accuracy","message":"An initial assessment should fall due 20 working days after the child became looked after.","findings":1},{"code":"HA05","severity":"query","dimension":"completeness","message":"A late assessment should give the reason.","findings":1},{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":1},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R06","severity":"query","dimension":"accuracy","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","findings":1},{"code":"R07","severity":"error","dimension":"timeliness","message":"A date must not be after the day the return was received, unless its field says so.","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"clinician","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":3,"line":4,"key":"HA-703","field":"dueOn","rule":"HA01","severity":"error","message":"An assessment must have fallen due within the period of the return.","value":"2026-11-27"},{"record":4,"line":5,"key":"HA-704","field":"provider","rule":"R01","severity":"error","message":"A required field must be present: provider is missing.","value":null},{"record":5,"line":6,"key":"HA-705","field":"completedOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): completedOn is a date that exists, written YYYY-MM-DD.","value":"09/11/2026"},{"record":6,"line":7,"key":"HA-706","field":"delayReason","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: delayReason is one of late-referral, consent, placement-move, child-declined, capacity, other.","value":null},{"record":7,"line":8,"key":"HA-701","field":"assessmentId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":9,"line":10,"key":"HA-709","field":"nhsNumber","rule":"R06","severity":"query","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","value":null},{"record":10,"line":11,"key":"HA-710","field":"becameLookedAfterOn","rule":"R07","severity":"error","message":"A date must not be after the day the return was received, unless its field says so.","value":"2062-10-13"},{"record":11,"line":12,"key":"HA-711","field":"dueOn","rule":"HA01","severity":"error","message":"An assessment must have fallen due within the period of the return.","value":"2026-10-30"},{"record":12,"line":13,"key":"HA-712","field":"childId","rule":"HA02","severity":"error","message":"An assessment must identify the child.","value":null},{"record":13,"line":14,"key":"HA-713","field":"becameLookedAfterOn","rule":"HA03","severity":"error","message":"An initial assessment must give the date the child became looked after.","value":null},{"record":14,"line":15,"key":"HA-714","field":"dueOn","rule":"HA04","severity":"query","message":"An initial assessment should fall due 20 working days after the child became looked after.","value":"2026-11-11"},{"record":15,"line":16,"key":"HA-715","field":"delayReason","rule":"HA05","severity":"query","message":"A late assessment should give the reason.","value":null}],"indicators":[{"code":"health-assessments-on-time","month":"2026-11","value":66.7,"previous":null,"unit":"percent"}]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','EXA-POL','police-notifications','2026-11-01','2026-11-22',1,'accepted-with-findings','2026-11-28 20:32:13.124','2026-11-28',NULL,'text/csv','30f4f43aaec5ff16b3d1741b3ec1f0a21ed1bc6be9d8c23dc9aeb6f0b4ccbb52',11,4,7,1,NULL,'{"returnId":"01a223db-bd44-7803-b72b-944ce70717b1","agency":"EXA-POL","dataset":"police-notifications","period":{"from":"2026-11-01","to":"2026-11-22"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:13.124Z","supersedes":[],"records":{"received":11,"accepted":4,"rejected":7,"queried":1},"rules":[{"code":"PN01","severity":"error","dimension":"timeliness","message":"An incident must fall within the period of the return.","findings":1},{"code":"PN02","severity":"error","dimension":"consistency","message":"A notification cannot be shared before its incident.","findings":1},{"code":"PN03","severity":"query","dimension":"timeliness","message":"A high risk notification should be shared by the next working day.","findings":1},{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":1},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R07","severity":"error","dimension":"timeliness","message":"A date must not be after the day the return was received, unless its field says so.","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"crimeNumber","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":3,"line":4,"key":"N-5503","field":"riskGrade","rule":"R01","severity":"error","message":"A required field must be present: riskGrade is missing.","value":null},{"record":4,"line":5,"key":"N-5504","field":"incidentOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): incidentOn is a date that exists, written YYYY-MM-DD.","value":"2026-11-31"},{"record":5,"line":6,"key":"N-5505","field":"category","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: category is one of domestic-abuse, neglect, physical-abuse, sexual-abuse, exploitation, missing, other.","value":null},{"record":6,"line":7,"key":"N-5501","field":"notificationId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":8,"line":9,"key":"N-5508","field":"sharedOn","rule":"R07","severity":"error","message":"A date must not be after the day the return was received, unless its field says so.","value":"2062-11-09"},{"record":9,"line":10,"key":"N-5509","field":"incidentOn","rule":"PN01","severity":"error","message":"An incident must fall within the period of the return.","value":"2026-10-31"},{"record":10,"line":11,"key":"N-5510","field":"sharedOn","rule":"PN02","severity":"error","message":"A notification cannot be shared before its incident.","value":"2026-11-05"},{"record":11,"line":12,"key":"N-5511","field":"sharedOn","rule":"PN03","severity":"query","message":"A high risk notification should be shared by the next working day.","value":"2026-11-10"}],"indicators":[{"code":"notifications-shared-on-time","month":"2026-11","value":50.0,"previous":null,"unit":"percent"},{"code":"notification-delay","month":"2026-11","value":1.0,"previous":null,"unit":"days"}]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','EXA-CSC','open-cases','2026-11-21','2026-11-21',1,'accepted-with-findings','2026-11-28 20:32:13.198','2026-11-28',NULL,'text/csv','5c97524c960f01092b6aa49d04f22a3675a6584facf90c2ef9f49faa2710d992',10,5,5,2,NULL,'{"returnId":"01a223db-bd8e-76c6-a5a3-a095b306e238","agency":"EXA-CSC","dataset":"open-cases","period":{"from":"2026-11-21","to":"2026-11-21"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:13.198Z","supersedes":[],"records":{"received":10,"accepted":5,"rejected":5,"queried":2},"rules":[{"code":"OC06","severity":"query","dimension":"accuracy","message":"A child''s age should be under 26.","findings":1},{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":2},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R06","severity":"query","dimension":"accuracy","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"keyWorker","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":3,"line":4,"key":"C-1003","field":"dateOfBirth","rule":"OC06","severity":"query","message":"A child''s age should be under 26.","value":null},{"record":4,"line":5,"key":"C-1004","field":"team","rule":"R01","severity":"error","message":"A required field must be present: team is missing.","value":null},{"record":5,"line":6,"key":"C-1005","field":"openedOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): openedOn is a date that exists, written YYYY-MM-DD.","value":"2026-02-30"},{"record":6,"line":7,"key":"C-1006","field":"workersInLast12Months","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): workersInLast12Months is a whole number from 0 to 50.","value":"2.5"},{"record":7,"line":8,"key":"C-1007","field":"planType","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: planType is one of referral, assessment, child-in-need, child-protection, looked-after, care-leaver.","value":null},{"record":8,"line":9,"key":"C-1001","field":"childId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":10,"line":11,"key":"C-1010","field":"nhsNumber","rule":"R06","severity":"query","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","value":null}],"indicators":[{"code":"unallocated-cases","month":"2026-11","value":20.0,"previous":null,"unit":"percent"},{"code":"unallocated-without-review","month":"2026-11","value":0.0,"previous":null,"unit":"percent"},{"code":"time-to-allocation","month":"2026-11","value":1.0,"previous":null,"unit":"days"},{"code":"average-caseload","month":"2026-11","value":4.0,"previous":null,"unit":"cases"},{"code":"three-or-more-workers","month":"2026-11","value":0.0,"previous":null,"unit":"percent"}]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-be79-760c-98dd-a496462e7d54','EXA-CSC','open-cases','2026-11-22','2026-11-22',2,'accepted-with-findings','2026-11-28 20:32:13.434','2026-11-28',NULL,'text/csv','4ef8bedf6256ced98868fbfbed099b9f81c35e8c808dd6b2591b73f631b53d76',20,12,8,6,NULL,'{"returnId":"01a223db-be79-760c-98dd-a496462e7d54","agency":"EXA-CSC","dataset":"open-cases","period":{"from":"2026-11-22","to":"2026-11-22"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:13.434Z","supersedes":[],"records":{"received":20,"accepted":12,"rejected":8,"queried":6},"rules":[{"code":"OC02","severity":"error","dimension":"consistency","message":"An allocation date and an allocated worker go together.","findings":2},{"code":"OC04","severity":"query","dimension":"consistency","message":"An allocation should not be before the case opened.","findings":1},{"code":"OC05","severity":"query","dimension":"completeness","message":"A child protection or looked after case should have an allocated worker.","findings":1},{"code":"OC06","severity":"query","dimension":"accuracy","message":"A child''s age should be under 26.","findings":2},{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":2},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R06","severity":"query","dimension":"accuracy","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","findings":2},{"code":"R07","severity":"error","dimension":"timeliness","message":"A date must not be after the day the return was received, unless its field says so.","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"keyWorker","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":3,"line":4,"key":"C-1003","field":"dateOfBirth","rule":"OC06","severity":"query","message":"A child''s age should be under 26.","value":null},{"record":4,"line":5,"key":"C-1004","field":"team","rule":"R01","severity":"error","message":"A required field must be present: team is missing.","value":null},{"record":5,"line":6,"key":"C-1005","field":"openedOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): openedOn is a date that exists, written YYYY-MM-DD.","value":"2026-02-30"},{"record":6,"line":7,"key":"C-1006","field":"workersInLast12Months","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): workersInLast12Months is a whole number from 0 to 50.","value":"2.5"},{"record":7,"line":8,"key":"C-1007","field":"planType","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: planType is one of referral, assessment, child-in-need, child-protection, looked-after, care-leaver.","value":null},{"record":8,"line":9,"key":"C-1001","field":"childId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":10,"line":11,"key":"C-1010","field":"nhsNumber","rule":"R06","severity":"query","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","value":null},{"record":11,"line":12,"key":"C-1011","field":"upn","rule":"R06","severity":"query","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","value":null},{"record":12,"line":13,"key":"C-1012","field":"dateOfBirth","rule":"R07","severity":"error","message":"A date must not be after the day the return was received, unless its field says so.","value":null},{"record":14,"line":15,"key":"C-1014","field":"allocatedOn","rule":"OC02","severity":"error","message":"An allocation date and an allocated worker go together.","value":null},{"record":15,"line":16,"key":"C-1015","field":"allocatedWorkerId","rule":"OC02","severity":"error","message":"An allocation date and an allocated worker go together.","value":null},{"record":18,"line":19,"key":"C-1018","field":"allocatedOn","rule":"OC04","severity":"query","message":"An allocation should not be before the case opened.","value":"2026-09-11"},{"record":19,"line":20,"key":"C-1019","field":"allocatedWorkerId","rule":"OC05","severity":"query","message":"A child protection or looked after case should have an allocated worker.","value":null},{"record":20,"line":21,"key":"C-1020","field":"dateOfBirth","rule":"OC06","severity":"query","message":"A child''s age should be under 26.","value":null}],"indicators":[{"code":"unallocated-cases","month":"2026-11","value":25.0,"previous":20.0,"unit":"percent"},{"code":"unallocated-without-review","month":"2026-11","value":66.7,"previous":0.0,"unit":"percent"},{"code":"average-caseload","month":"2026-11","value":9.0,"previous":4.0,"unit":"cases"}]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','EXA-CSC','workforce-posts','2026-11-22','2026-11-22',1,'accepted-with-findings','2026-11-28 20:32:13.549','2026-11-28',NULL,'text/csv','071da08dea5e9bb009feb354f633ae666aa3a53d08b0d9e3d2a6c5ed12b8edf7',15,7,8,4,NULL,'{"returnId":"01a223db-beed-70a8-ac70-fc6e3c06f75b","agency":"EXA-CSC","dataset":"workforce-posts","period":{"from":"2026-11-22","to":"2026-11-22"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:13.549Z","supersedes":[],"records":{"received":15,"accepted":7,"rejected":8,"queried":4},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":1},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":2},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R07","severity":"error","dimension":"timeliness","message":"A date must not be after the day the return was received, unless its field says so.","findings":1},{"code":"WP01","severity":"error","dimension":"completeness","message":"A filled or covered post must name its worker.","findings":1},{"code":"WP02","severity":"error","dimension":"consistency","message":"A vacant post must not name a worker.","findings":1},{"code":"WP03","severity":"query","dimension":"completeness","message":"A vacant post should say since when.","findings":1},{"code":"WP04","severity":"query","dimension":"timeliness","message":"A worker''s DBS check should be on record and less than three years old.","findings":3}],"findings":[{"record":null,"line":null,"key":null,"field":"grade","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":3,"line":4,"key":"P-0003","field":"dbsCheckedOn","rule":"WP04","severity":"query","message":"A worker''s DBS check should be on record and less than three years old.","value":"2023-11-21"},{"record":4,"line":5,"key":"P-0004","field":"role","rule":"R01","severity":"error","message":"A required field must be present: role is missing.","value":null},{"record":5,"line":6,"key":"P-0005","field":"fte","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): fte is a number over 0 and at most 1, with at most 2 decimal places.","value":null},{"record":6,"line":7,"key":"P-0006","field":"fte","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: fte is a number over 0 and at most 1, with at most 2 decimal places.","value":"1.5"},{"record":7,"line":8,"key":"P-0007","field":"fte","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: fte is a number over 0 and at most 1, with at most 2 decimal places.","value":"0.333"},{"record":8,"line":9,"key":"P-0001","field":"postId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":10,"line":11,"key":"P-0010","field":"startedOn","rule":"R07","severity":"error","message":"A date must not be after the day the return was received, unless its field says so.","value":"2062-02-01"},{"record":11,"line":12,"key":"P-0011","field":"workerId","rule":"WP01","severity":"error","message":"A filled or covered post must name its worker.","value":null},{"record":12,"line":13,"key":"P-0012","field":"workerId","rule":"WP02","severity":"error","message":"A vacant post must not name a worker.","value":null},{"record":13,"line":14,"key":"P-0013","field":"vacantSince","rule":"WP03","severity":"query","message":"A vacant post should say since when.","value":null},{"record":14,"line":15,"key":"P-0014","field":"dbsCheckedOn","rule":"WP04","severity":"query","message":"A worker''s DBS check should be on record and less than three years old.","value":"2023-11-20"},{"record":15,"line":16,"key":"P-0015","field":"dbsCheckedOn","rule":"WP04","severity":"query","message":"A worker''s DBS check should be on record and less than three years old.","value":null}],"indicators":[{"code":"vacancy-rate","month":"2026-11","value":44.8,"previous":null,"unit":"percent"},{"code":"agency-rate","month":"2026-11","value":23.8,"previous":null,"unit":"percent"},{"code":"dbs-checks-in-date","month":"2026-11","value":40.0,"previous":null,"unit":"percent"}]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','EXA-SCH-01','school-attendance','2026-11-01','2026-11-22',1,'accepted-with-findings','2026-11-28 20:32:13.684','2026-11-28',NULL,'text/csv','fa858f7e384b07285de52e8779da678406f99f95126624fc68e234c6a9a1c8a2',11,6,5,2,NULL,'{"returnId":"01a223db-bf74-7f20-9f3a-59ce009bd0bd","agency":"EXA-SCH-01","dataset":"school-attendance","period":{"from":"2026-11-01","to":"2026-11-22"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:13.684Z","supersedes":[],"records":{"received":11,"accepted":6,"rejected":5,"queried":2},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":1},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R06","severity":"query","dimension":"accuracy","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","findings":1},{"code":"SA01","severity":"error","dimension":"consistency","message":"A pupil cannot attend more sessions than were possible.","findings":1},{"code":"SA03","severity":"query","dimension":"completeness","message":"A pupil on roll should have had a session possible.","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"yearGroup","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":3,"line":4,"key":"PU-03","field":"sessionsAttended","rule":"R01","severity":"error","message":"A required field must be present: sessionsAttended is missing.","value":null},{"record":4,"line":5,"key":"PU-04","field":"sessionsPossible","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): sessionsPossible is a whole number, 0 or more.","value":"9.5"},{"record":5,"line":6,"key":"PU-05","field":"suspensions","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: suspensions is a whole number, 0 or more.","value":"-1"},{"record":6,"line":7,"key":"PU-01","field":"pupilId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":8,"line":9,"key":"PU-08","field":"upn","rule":"R06","severity":"query","message":"An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).","value":null},{"record":9,"line":10,"key":"PU-09","field":"sessionsAttended","rule":"SA01","severity":"error","message":"A pupil cannot attend more sessions than were possible.","value":"9"},{"record":11,"line":12,"key":"PU-11","field":"sessionsPossible","rule":"SA03","severity":"query","message":"A pupil on roll should have had a session possible.","value":"0"}],"indicators":[{"code":"absence-rate","month":"2026-11","value":30.8,"previous":null,"unit":"percent"},{"code":"persistent-absence","month":"2026-11","value":100.0,"previous":null,"unit":"percent"}]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','EXA-CSC','statutory-visits','2026-11-01','2026-11-22',2,'accepted-with-findings','2026-11-28 20:32:15.994','2026-11-28',NULL,'text/csv','a9147b488371af832a68c38d2ef8ff945e08d2a72e61fdd3a46d7e438a1b5cbc',18,5,13,1,NULL,'{"returnId":"01a223db-c87a-7bbc-87d6-ecfc55771a9d","agency":"EXA-CSC","dataset":"statutory-visits","period":{"from":"2026-11-01","to":"2026-11-22"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:15.994Z","supersedes":["01a223db-b6dd-710a-880d-6f1702b8e7f9"],"records":{"received":18,"accepted":5,"rejected":13,"queried":1},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":2},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R07","severity":"error","dimension":"timeliness","message":"A date must not be after the day the return was received, unless its field says so.","findings":1},{"code":"SV01","severity":"error","dimension":"timeliness","message":"A visit must have fallen due within the period of the return.","findings":3},{"code":"SV02","severity":"error","dimension":"completeness","message":"If a visit took place, whether the child was seen must be recorded.","findings":1},{"code":"SV03","severity":"error","dimension":"consistency","message":"A child seen alone must have been seen.","findings":1},{"code":"SV04","severity":"error","dimension":"consistency","message":"Seeing the child is recorded only for a visit that took place.","findings":1},{"code":"SV05","severity":"error","dimension":"consistency","message":"A manager cannot have checked a visit before it took place.","findings":1},{"code":"SV06","severity":"query","dimension":"timeliness","message":"A visit should not be more than 20 working days late.","findings":1},{"code":"SV07","severity":"query","dimension":"completeness","message":"If the child was seen but not alone, the reason should be given.","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"mileage","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":4,"line":5,"key":"V-2004","field":"dueOn","rule":"SV01","severity":"error","message":"A visit must have fallen due within the period of the return.","value":"2026-11-26"},{"record":5,"line":6,"key":"V-2005","field":"visitType","rule":"R01","severity":"error","message":"A required field must be present: visitType is missing.","value":null},{"record":6,"line":7,"key":"V-2006","field":"visitedOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): visitedOn is a date that exists, written YYYY-MM-DD.","value":"2026-10-32"},{"record":7,"line":8,"key":"V-2007","field":"childSeen","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): childSeen is true or false (in CSV also 1/0, yes/no, y/n).","value":null},{"record":8,"line":9,"key":"V-2008","field":"notAloneReason","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: notAloneReason is one of too-young, child-declined, not-appropriate, other.","value":null},{"record":11,"line":12,"key":"V-2011","field":"managerCheckedOn","rule":"R07","severity":"error","message":"A date must not be after the day the return was received, unless its field says so.","value":"2062-11-04"},{"record":12,"line":13,"key":"V-2012","field":"dueOn","rule":"SV01","severity":"error","message":"A visit must have fallen due within the period of the return.","value":"2026-12-01"},{"record":13,"line":14,"key":"V-2013","field":"childSeen","rule":"SV02","severity":"error","message":"If a visit took place, whether the child was seen must be recorded.","value":null},{"record":14,"line":15,"key":"V-2014","field":"seenAlone","rule":"SV03","severity":"error","message":"A child seen alone must have been seen.","value":"true"},{"record":15,"line":16,"key":"V-2015","field":"childSeen","rule":"SV04","severity":"error","message":"Seeing the child is recorded only for a visit that took place.","value":"true"},{"record":16,"line":17,"key":"V-2016","field":"managerCheckedOn","rule":"SV05","severity":"error","message":"A manager cannot have checked a visit before it took place.","value":"2026-11-01"},{"record":17,"line":18,"key":"V-2017","field":"dueOn","rule":"SV01","severity":"error","message":"A visit must have fallen due within the period of the return.","value":"2026-10-01"},{"record":17,"line":18,"key":"V-2017","field":"visitedOn","rule":"SV06","severity":"query","message":"A visit should not be more than 20 working days late.","value":"2026-11-02"},{"record":18,"line":19,"key":"V-2018","field":"notAloneReason","rule":"SV07","severity":"query","message":"If the child was seen but not alone, the reason should be given.","value":null}],"indicators":[]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','EXA-CSC','statutory-visits','2026-11-01','2026-11-12',3,'accepted-with-findings','2026-11-28 20:32:16.186','2026-11-28',NULL,'text/csv','970aa22b21699f54674637f2037d62157d6364a35f559eec41c63a6d1f2458a3',9,3,6,0,NULL,'{"returnId":"01a223db-c93a-762e-a091-85cbe608aac0","agency":"EXA-CSC","dataset":"statutory-visits","period":{"from":"2026-11-01","to":"2026-11-12"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:16.186Z","supersedes":["01a223db-c87a-7bbc-87d6-ecfc55771a9d"],"records":{"received":9,"accepted":3,"rejected":6,"queried":0},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":2},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"SV01","severity":"error","dimension":"timeliness","message":"A visit must have fallen due within the period of the return.","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"mileage","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":4,"line":5,"key":"V-2004","field":"dueOn","rule":"SV01","severity":"error","message":"A visit must have fallen due within the period of the return.","value":"2026-11-26"},{"record":5,"line":6,"key":"V-2005","field":"visitType","rule":"R01","severity":"error","message":"A required field must be present: visitType is missing.","value":null},{"record":6,"line":7,"key":"V-2006","field":"visitedOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): visitedOn is a date that exists, written YYYY-MM-DD.","value":"2026-10-32"},{"record":7,"line":8,"key":"V-2007","field":"childSeen","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): childSeen is true or false (in CSV also 1/0, yes/no, y/n).","value":null},{"record":8,"line":9,"key":"V-2008","field":"notAloneReason","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: notAloneReason is one of too-young, child-declined, not-appropriate, other.","value":null}],"indicators":[]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','EXA-CSC','strategy-meetings','2026-11-01','2026-11-21',2,'accepted-with-findings','2026-11-28 20:32:16.307','2026-11-28','2026-11-28 20:32:16.378','text/csv','30774a066433d0c176d8065b93b8f5978d62023beba268281cf57dc3402cb91f',14,5,9,2,NULL,'{"returnId":"01a223db-c9b3-7438-a9bd-b513e03e257b","agency":"EXA-CSC","dataset":"strategy-meetings","period":{"from":"2026-11-01","to":"2026-11-21"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:16.307Z","supersedes":["01a223db-bc49-78b9-8fee-990b627e176c"],"records":{"received":14,"accepted":5,"rejected":9,"queried":2},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":1},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":1},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R07","severity":"error","dimension":"timeliness","message":"A date must not be after the day the return was received, unless its field says so.","findings":1},{"code":"SM01","severity":"error","dimension":"timeliness","message":"The need for a meeting must have arisen within the period of the return.","findings":1},{"code":"SM02","severity":"error","dimension":"consistency","message":"A meeting cannot be held before it was needed.","findings":1},{"code":"SM03","severity":"error","dimension":"completeness","message":"If a meeting was held, whether social care, police and health attended must be recorded.","findings":1},{"code":"SM04","severity":"error","dimension":"consistency","message":"Attendance and outcome are recorded only for a meeting that was held.","findings":1},{"code":"SM05","severity":"query","dimension":"timeliness","message":"A meeting should be held within 3 working days of being needed.","findings":2},{"code":"SM06","severity":"query","dimension":"accuracy","message":"A social worker, the police and a health practitioner should, as a minimum, attend.","findings":1}],"findings":[{"record":null,"line":null,"key":null,"field":"chair","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":3,"line":4,"key":"S-303","field":"neededOn","rule":"R01","severity":"error","message":"A required field must be present: neededOn is missing.","value":null},{"record":4,"line":5,"key":"S-304","field":"heldOn","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): heldOn is a date that exists, written YYYY-MM-DD.","value":"2026-11-31"},{"record":5,"line":6,"key":"S-305","field":"outcome","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: outcome is one of section-47-single, section-47-joint, assessment, no-further-action.","value":null},{"record":6,"line":7,"key":"S-301","field":"meetingId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":8,"line":9,"key":"S-308","field":"heldOn","rule":"R07","severity":"error","message":"A date must not be after the day the return was received, unless its field says so.","value":"2062-11-05"},{"record":8,"line":9,"key":"S-308","field":"heldOn","rule":"SM05","severity":"query","message":"A meeting should be held within 3 working days of being needed.","value":"2062-11-05"},{"record":9,"line":10,"key":"S-309","field":"neededOn","rule":"SM01","severity":"error","message":"The need for a meeting must have arisen within the period of the return.","value":"2026-10-30"},{"record":10,"line":11,"key":"S-310","field":"heldOn","rule":"SM02","severity":"error","message":"A meeting cannot be held before it was needed.","value":"2026-11-03"},{"record":11,"line":12,"key":"S-311","field":"policeAttended","rule":"SM03","severity":"error","message":"If a meeting was held, whether social care, police and health attended must be recorded.","value":null},{"record":12,"line":13,"key":"S-312","field":"outcome","rule":"SM04","severity":"error","message":"Attendance and outcome are recorded only for a meeting that was held.","value":"section-47-joint"},{"record":13,"line":14,"key":"S-313","field":"heldOn","rule":"SM05","severity":"query","message":"A meeting should be held within 3 working days of being needed.","value":"2026-11-10"},{"record":14,"line":15,"key":"S-314","field":"healthAttended","rule":"SM06","severity":"query","message":"A social worker, the police and a health practitioner should, as a minimum, attend.","value":"false"}],"indicators":[]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9','EXA-POL','police-notifications','2026-11-03','2026-11-03',2,'rejected','2026-11-28 20:32:16.44','2026-11-28',NULL,'text/csv','3025dff6470ffb4176fa764a63e131673c36c8ab5362402396841f1152f6bd88',1,0,1,0,NULL,'{"returnId":"01a223db-ca38-735c-80de-0f9d53288ef9","agency":"EXA-POL","dataset":"police-notifications","period":{"from":"2026-11-03","to":"2026-11-03"},"status":"rejected","reason":null,"receivedAt":"2026-11-28T20:32:16.440Z","supersedes":[],"records":{"received":1,"accepted":0,"rejected":1,"queried":0},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":4}],"findings":[{"record":1,"line":2,"key":"N-1","field":"locality","rule":"R01","severity":"error","message":"A required field must be present: locality is missing.","value":null},{"record":1,"line":2,"key":"N-1","field":"category","rule":"R01","severity":"error","message":"A required field must be present: category is missing.","value":null},{"record":1,"line":2,"key":"N-1","field":"riskGrade","rule":"R01","severity":"error","message":"A required field must be present: riskGrade is missing.","value":null},{"record":1,"line":2,"key":"N-1","field":"incidentOn","rule":"R01","severity":"error","message":"A required field must be present: incidentOn is missing.","value":null}],"indicators":[]}');
INSERT INTO "AgencyReturn" VALUES('01a223db-cad2-7057-b864-f80d08043f81','EXA-POL','police-notifications','2026-11-03','2026-11-03',3,'rejected','2026-11-28 20:32:16.594','2026-11-28',NULL,'application/json','245843abef9e72e7efac30138a994bf6301e7e1d7d7042a33d42e863d2638811',0,0,0,0,'The body is not JSON from here on. (line 1, position 2)',NULL);
INSERT INTO "AgencyReturn" VALUES('01a223db-cb53-7668-9180-6bfe36ccee5b','EXA-ICB','health-assessments','2027-02-01','2027-02-28',2,'rejected','2026-11-28 20:32:16.723','2026-11-28',NULL,'text/csv','2926ef32957965ded5069b8464dbe5f00cead45b3c3d509f845304b5f278b275',0,0,0,0,'The period lies wholly after the day of receipt, 2026-11-28.',NULL);
INSERT INTO "AgencyReturn" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','EXA-CSC','workforce-posts','2026-11-21','2026-11-21',2,'accepted-with-findings','2026-11-28 20:32:16.869','2026-11-28',NULL,'text/csv','071da08dea5e9bb009feb354f633ae666aa3a53d08b0d9e3d2a6c5ed12b8edf7',15,7,8,4,NULL,'{"returnId":"01a223db-cb90-74c8-87ca-2a8dc659e765","agency":"EXA-CSC","dataset":"workforce-posts","period":{"from":"2026-11-21","to":"2026-11-21"},"status":"accepted-with-findings","reason":null,"receivedAt":"2026-11-28T20:32:16.869Z","supersedes":[],"records":{"received":15,"accepted":7,"rejected":8,"queried":4},"rules":[{"code":"R01","severity":"error","dimension":"completeness","message":"A required field must be present.","findings":1},{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field''s type (a date that exists, a whole number, true or false).","findings":1},{"code":"R03","severity":"error","dimension":"validity","message":"A value must be in its field''s code list, length or range.","findings":2},{"code":"R04","severity":"error","dimension":"uniqueness","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","findings":1},{"code":"R05","severity":"query","dimension":"validity","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","findings":1},{"code":"R07","severity":"error","dimension":"timeliness","message":"A date must not be after the day the return was received, unless its field says so.","findings":1},{"code":"WP01","severity":"error","dimension":"completeness","message":"A filled or covered post must name its worker.","findings":1},{"code":"WP02","severity":"error","dimension":"consistency","message":"A vacant post must not name a worker.","findings":1},{"code":"WP03","severity":"query","dimension":"completeness","message":"A vacant post should say since when.","findings":1},{"code":"WP04","severity":"query","dimension":"timeliness","message":"A worker''s DBS check should be on record and less than three years old.","findings":3}],"findings":[{"record":null,"line":null,"key":null,"field":"grade","rule":"R05","severity":"query","message":"A field that the dataset does not have is not stored (one finding a return for each such field).","value":null},{"record":3,"line":4,"key":"P-0003","field":"dbsCheckedOn","rule":"WP04","severity":"query","message":"A worker''s DBS check should be on record and less than three years old.","value":"2023-11-21"},{"record":4,"line":5,"key":"P-0004","field":"role","rule":"R01","severity":"error","message":"A required field must be present: role is missing.","value":null},{"record":5,"line":6,"key":"P-0005","field":"fte","rule":"R02","severity":"error","message":"A value must be of its field''s type (a date that exists, a whole number, true or false): fte is a number over 0 and at most 1, with at most 2 decimal places.","value":null},{"record":6,"line":7,"key":"P-0006","field":"fte","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: fte is a number over 0 and at most 1, with at most 2 decimal places.","value":"1.5"},{"record":7,"line":8,"key":"P-0007","field":"fte","rule":"R03","severity":"error","message":"A value must be in its field''s code list, length or range: fte is a number over 0 and at most 1, with at most 2 decimal places.","value":"0.333"},{"record":8,"line":9,"key":"P-0001","field":"postId","rule":"R04","severity":"error","message":"A record''s key must not occur twice in a return (the first is kept, each later one is a finding).","value":null},{"record":10,"line":11,"key":"P-0010","field":"startedOn","rule":"R07","severity":"error","message":"A date must not be after the day the return was received, unless its field says so.","value":"2062-02-01"},{"record":11,"line":12,"key":"P-0011","field":"workerId","rule":"WP01","severity":"error","message":"A filled or covered post must name its worker.","value":null},{"record":12,"line":13,"key":"P-0012","field":"workerId","rule":"WP02","severity":"error","message":"A vacant post must not name a worker.","value":null},{"record":13,"line":14,"key":"P-0013","field":"vacantSince","rule":"WP03","severity":"query","message":"A vacant post should say since when.","value":null},{"record":14,"line":15,"key":"P-0014","field":"dbsCheckedOn","rule":"WP04","severity":"query","message":"A worker''s DBS check should be on record and less than three years old.","value":"2023-11-20"},{"record":15,"line":16,"key":"P-0015","field":"dbsCheckedOn","rule":"WP04","severity":"query","message":"A worker''s DBS check should be on record and less than three years old.","value":null}],"indicators":[]}');
CREATE TABLE ApiKey (
    KeyId CHAR(36) NOT NULL,
    Name NVARCHAR(100) NOT NULL,
    KeyHash CHAR(64) NOT NULL,
    Agency NVARCHAR(20) NULL,
    Permissions NVARCHAR(200) NOT NULL,
    IsDemonstration BIT NOT NULL,
    CreatedAt DATETIME2(3) NOT NULL,
    CONSTRAINT PK_ApiKey PRIMARY KEY (KeyId),
    CONSTRAINT UQ_ApiKey_KeyHash UNIQUE (KeyHash),
    CONSTRAINT FK_ApiKey_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));
CREATE TABLE AreaPopulation (
    LoadId CHAR(36) NOT NULL,
    LineNumber INT NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    Member NVARCHAR(120) NOT NULL,
    ValidFrom DATE NOT NULL,
    People INT NOT NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_AreaPopulation PRIMARY KEY (LoadId, LineNumber),
    CONSTRAINT FK_AreaPopulation_BenchmarkLoad FOREIGN KEY (LoadId) REFERENCES BenchmarkLoad (LoadId));
INSERT INTO "AreaPopulation" VALUES('01a223db-edb0-7404-90a1-61d24a40e927',1,'sex','F','2026-01-01',1000,'2026-11-28 20:32:25.52',NULL);
INSERT INTO "AreaPopulation" VALUES('01a223db-edb0-7404-90a1-61d24a40e927',2,'sex','M','2026-01-01',1100,'2026-11-28 20:32:25.52',NULL);
CREATE TABLE AuditLine (
    LineId CHAR(36) NOT NULL,
    OccurredAt DATETIME2(3) NOT NULL,
    Act NVARCHAR(40) NOT NULL,
    Outcome NVARCHAR(40) NOT NULL,
    ActorKey NVARCHAR(100) NULL,
    Agency NVARCHAR(20) NULL,
    FromAddress NVARCHAR(60) NULL,
    Subject NVARCHAR(200) NULL,
    Records INT NULL,
    Times INT NOT NULL,
    TraceId NVARCHAR(80) NULL,
    CONSTRAINT PK_AuditLine PRIMARY KEY (LineId));
INSERT INTO "AuditLine" VALUES('01a223db-b6bd-7ae9-bb90-bc878f18db87','2026-11-28 20:32:11.453','submit-return','accepted-with-findings','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-b6dd-710a-880d-6f1702b8e7f9',9,1,'5d6346ec4ab2da6db9a8b3672fbc9c50');
INSERT INTO "AuditLine" VALUES('01a223db-bc33-7e30-a1c4-21ea1adcbd66','2026-11-28 20:32:12.851','submit-return','accepted-with-findings','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-bc49-78b9-8fee-990b627e176c',14,1,'f8c180eda3640a7024a4dd3657f0d999');
INSERT INTO "AuditLine" VALUES('01a223db-bcce-7937-9728-bda5910b0d20','2026-11-28 20:32:13.006','submit-return','accepted-with-findings','01a223db-97ea-7f98-93be-ee46eb5ddba0','EXA-ICB','127.0.0.1','01a223db-bcce-70e6-8033-92b64bbd00ad',15,1,'1f6ed1a0399ec474731a6772671479a8');
INSERT INTO "AuditLine" VALUES('01a223db-bd43-7e66-a29f-f7a1b7ceee6e','2026-11-28 20:32:13.123','submit-return','accepted-with-findings','01a223db-97eb-7c31-b7f8-3d3725c6d0cf','EXA-POL','127.0.0.1','01a223db-bd44-7803-b72b-944ce70717b1',11,1,'2e2fd37f2bdc334cc83424ab59dabc6b');
INSERT INTO "AuditLine" VALUES('01a223db-bd8d-726e-8bf5-55d6c090b600','2026-11-28 20:32:13.197','submit-return','accepted-with-findings','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-bd8e-76c6-a5a3-a095b306e238',10,1,'8868e84eb4290b6186f97abc908317b1');
INSERT INTO "AuditLine" VALUES('01a223db-be55-7b70-b558-76580eef962c','2026-11-28 20:32:13.397','submit-return','accepted-with-findings','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-be79-760c-98dd-a496462e7d54',20,1,'a808585629cc9394f91ce00bfae11364');
INSERT INTO "AuditLine" VALUES('01a223db-beed-74a3-86ae-1f13cd22f1e2','2026-11-28 20:32:13.549','submit-return','accepted-with-findings','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-beed-70a8-ac70-fc6e3c06f75b',15,1,'abc15b0d21ee0168f47360df321f29b8');
INSERT INTO "AuditLine" VALUES('01a223db-bf72-797c-8dea-b2c19b87c345','2026-11-28 20:32:13.682','submit-return','accepted-with-findings','01a223db-97eb-73f1-8738-9d175f306f6c','EXA-SCH-01','127.0.0.1','01a223db-bf74-7f20-9f3a-59ce009bd0bd',11,1,'cb660de7fd2aa8efd4bdb725acf470bc');
INSERT INTO "AuditLine" VALUES('01a223db-bb9a-73ed-91b8-c06be646f6a2','2026-11-28 20:32:12.698','sign-in','done','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1',NULL,NULL,1,'5d6346ec4ab2da6db9a8b3672fbc9c50');
INSERT INTO "AuditLine" VALUES('01a223db-bd06-71ca-91df-d23454e200ec','2026-11-28 20:32:13.062','sign-in','done','01a223db-97ea-7f98-93be-ee46eb5ddba0','EXA-ICB','127.0.0.1',NULL,NULL,1,'1f6ed1a0399ec474731a6772671479a8');
INSERT INTO "AuditLine" VALUES('01a223db-bd56-7dce-9faa-66b44fb4c5dd','2026-11-28 20:32:13.142','sign-in','done','01a223db-97eb-7c31-b7f8-3d3725c6d0cf','EXA-POL','127.0.0.1',NULL,NULL,1,'2e2fd37f2bdc334cc83424ab59dabc6b');
INSERT INTO "AuditLine" VALUES('01a223db-bf88-7563-ba17-873f959ec439','2026-11-28 20:32:13.704','sign-in','done','01a223db-97eb-73f1-8738-9d175f306f6c','EXA-SCH-01','127.0.0.1',NULL,NULL,1,'cb660de7fd2aa8efd4bdb725acf470bc');
INSERT INTO "AuditLine" VALUES('01a223db-c875-709d-8bce-6344c83d5fba','2026-11-28 20:32:15.989','submit-return','accepted-with-findings','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-c87a-7bbc-87d6-ecfc55771a9d',18,1,'c66291b4546eb51602bc766b85240a4d');
INSERT INTO "AuditLine" VALUES('01a223db-c939-741c-9ffb-d7225002abcb','2026-11-28 20:32:16.185','submit-return','accepted-with-findings','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-c93a-762e-a091-85cbe608aac0',9,1,'58ea2b2d044019115f86260339454a27');
INSERT INTO "AuditLine" VALUES('01a223db-c9b3-7ff4-873b-4f8af22be759','2026-11-28 20:32:16.307','submit-return','accepted-with-findings','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-c9b3-7438-a9bd-b513e03e257b',14,1,'68087d49d627db0c79a8519e6c7708ad');
INSERT INTO "AuditLine" VALUES('01a223db-c9f3-75e9-9c46-126b835174e6','2026-11-28 20:32:16.371','withdraw-return','done','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-c9b3-7438-a9bd-b513e03e257b',NULL,1,'37630267e74e87938fae69656ecfa105');
INSERT INTO "AuditLine" VALUES('01a223db-ca38-7d23-a885-157bbca8ba24','2026-11-28 20:32:16.44','submit-return','rejected','01a223db-97eb-7c31-b7f8-3d3725c6d0cf','EXA-POL','127.0.0.1','01a223db-ca38-735c-80de-0f9d53288ef9',1,1,'c95a9cfa556ad34fa6fe72211f132959');
INSERT INTO "AuditLine" VALUES('01a223db-cad2-7603-98ee-e0acd2c71f92','2026-11-28 20:32:16.594','submit-return','rejected','01a223db-97eb-7c31-b7f8-3d3725c6d0cf','EXA-POL','127.0.0.1','01a223db-cad2-7057-b864-f80d08043f81',0,1,'19152abb7542cdb0f8d90742d7ebefad');
INSERT INTO "AuditLine" VALUES('01a223db-cb53-7b97-b17c-a4a79638e1c5','2026-11-28 20:32:16.723','submit-return','rejected','01a223db-97ea-7f98-93be-ee46eb5ddba0','EXA-ICB','127.0.0.1','01a223db-cb53-7668-9180-6bfe36ccee5b',0,1,'c25e0ff2521c21e9f3cc8120f48227a3');
INSERT INTO "AuditLine" VALUES('01a223db-cb8e-7c2b-9391-f4e91bf9f567','2026-11-28 20:32:16.782','submit-return','done','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','workforce-posts',NULL,1,'8991acb1eedf6193ee40f5fa324f4f29');
INSERT INTO "AuditLine" VALUES('01a223db-eb6e-750a-8787-bd04b2196aa5','2026-11-28 20:32:24.942','read-receipt','done','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-cb90-74c8-87ca-2a8dc659e765',NULL,1,'0444555569b0941b3d41c3b42c6394d8');
INSERT INTO "AuditLine" VALUES('01a223db-ebb6-729e-b3ae-d7090f560f45','2026-11-28 20:32:25.014','change-callers','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','EXA-YJS',NULL,1,'19f1737026a3e099cbca8993561a0b00');
INSERT INTO "AuditLine" VALUES('01a223db-ebd7-7bbd-949d-3ae09aed391e','2026-11-28 20:32:25.047','change-callers','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'28a30faa33c58d99e9eb2d7c9cf22ea2');
INSERT INTO "AuditLine" VALUES('01a223db-ec30-7655-9f79-4fc1162722e8','2026-11-28 20:32:25.136','change-callers','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-ebda-776d-b1c1-7105594ebfcc',NULL,1,'654b6fe2bd5d192bf43bf028cea9e3f8');
INSERT INTO "AuditLine" VALUES('01a223db-ec79-7cce-9b2c-082ef2acc481','2026-11-28 20:32:25.209','change-callers','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-ebda-776d-b1c1-7105594ebfcc',NULL,1,'5606d23fae499a4ba40d0351b99d7cfa');
INSERT INTO "AuditLine" VALUES('01a223db-ec8c-774a-8d62-2759d3837c72','2026-11-28 20:32:25.228','change-callers','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-ebda-776d-b1c1-7105594ebfcc',NULL,1,'c85335372f4bc0135b9a6e85210efb9e');
INSERT INTO "AuditLine" VALUES('01a223db-ecac-78fc-9624-472d5c80e841','2026-11-28 20:32:25.26','set-schedule','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','statutory-visits/EXA-CSC',NULL,1,'f88d62400d390e4082724b6693fbdb5f');
INSERT INTO "AuditLine" VALUES('01a223db-ed42-70ec-be06-6f40e3ab9ad7','2026-11-28 20:32:25.41','set-target','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','visits-on-time/01a223db-ed47-71b1-9cf9-b508ad110eb2',NULL,1,'d451664b4b1f7633c5bfd77ecb5b562c');
INSERT INTO "AuditLine" VALUES('01a223db-ed88-735e-8309-714d0ba748c3','2026-11-28 20:32:25.48','load-populations','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'7f47ac174068bab1f31354dcb5e5bb58');
INSERT INTO "AuditLine" VALUES('01a223db-edf0-756a-bdd5-15b4be6e3101','2026-11-28 20:32:25.584','load-benchmarks','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'5400dcac2b3d39dd17a3a71dc1aa42b6');
INSERT INTO "AuditLine" VALUES('01a223db-ef75-7e4f-b73b-f8b8a09b552b','2026-11-28 20:32:25.731','erase-child','part','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','statutory-visits/EXA-CSC/8it7K-g7wNaC0Wa9_LmrrtM0SgY2hDqUWQgfewqV0F8',1,1,'a96a6e1bfd22231f818c137a269af5a4');
INSERT INTO "AuditLine" VALUES('01a223db-ee83-7aa2-aec4-fc0ca9048197','2026-11-28 20:32:25.731','erase-child','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','8it7K-g7wNaC0Wa9_LmrrtM0SgY2hDqUWQgfewqV0F8',1,1,'a96a6e1bfd22231f818c137a269af5a4');
INSERT INTO "AuditLine" VALUES('01a223db-f882-77a1-8642-61fc97ec6213','2026-11-28 20:32:28.29','read-cases','done','01a223db-97f8-717e-a25c-d710a95ca43e',NULL,'127.0.0.1','visits-on-time',3,1,'347d11657b22b94e6435e22eb31dadfe');
INSERT INTO "AuditLine" VALUES('01a223db-f8f9-717c-b4ee-224b087fb516','2026-11-28 20:32:28.409','read-lineage','done','01a223db-97f8-717e-a25c-d710a95ca43e',NULL,'127.0.0.1','visits-on-time',NULL,1,'83141069b091d898cf9bca074421eb08');
INSERT INTO "AuditLine" VALUES('01a223db-f92a-7780-99dd-32808644e0f9','2026-11-28 20:32:28.458','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-cb90-74c8-87ca-2a8dc659e765',13,1,'73a81b56968566df613fb3ecd261f8c4');
INSERT INTO "AuditLine" VALUES('01a223db-f933-7487-a90b-80a8066b2450','2026-11-28 20:32:28.467','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-cb90-74c8-87ca-2a8dc659e765',13,1,'b5a7b11d300e1527ffea85cd70235f84');
INSERT INTO "AuditLine" VALUES('01a223db-f948-7ffa-bfab-d5b82725cc2f','2026-11-28 20:32:28.488','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-cb53-7668-9180-6bfe36ccee5b',0,1,'e06c902a77b02d9412b6298c698df7f4');
INSERT INTO "AuditLine" VALUES('01a223db-f950-7ce8-8b40-40377e53d096','2026-11-28 20:32:28.496','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-cb53-7668-9180-6bfe36ccee5b',0,1,'209df0f90fc0ab6b4fc3ef2f098c57bb');
INSERT INTO "AuditLine" VALUES('01a223db-f958-7f6f-9ea4-15e431eab606','2026-11-28 20:32:28.504','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-cad2-7057-b864-f80d08043f81',0,1,'08b98aba7c18f89462f7a561e70975e5');
INSERT INTO "AuditLine" VALUES('01a223db-f960-741f-a7b7-e79fb7afcb11','2026-11-28 20:32:28.512','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-cad2-7057-b864-f80d08043f81',0,1,'a5cf0ee748221892d1cfe014f1e98669');
INSERT INTO "AuditLine" VALUES('01a223db-f966-7a56-a0cb-5bedb6eca749','2026-11-28 20:32:28.518','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-ca38-735c-80de-0f9d53288ef9',4,1,'7f203b0469f750e489e1a49bac158e15');
INSERT INTO "AuditLine" VALUES('01a223db-f96e-7bd1-a153-0052feff2e13','2026-11-28 20:32:28.526','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-ca38-735c-80de-0f9d53288ef9',4,1,'6fb08a75d1906223f6e6038dd7b68585');
INSERT INTO "AuditLine" VALUES('01a223db-f973-7d30-b368-4f110bf9d47e','2026-11-28 20:32:28.531','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-c9b3-7438-a9bd-b513e03e257b',13,1,'0cda1b51b45ad5b3b5d1a5750295f487');
INSERT INTO "AuditLine" VALUES('01a223db-f97a-74c5-ab8a-ef3318d94587','2026-11-28 20:32:28.538','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-c9b3-7438-a9bd-b513e03e257b',13,1,'b751c0f3ced5f331c5f5bdb2b7ab351d');
INSERT INTO "AuditLine" VALUES('01a223db-f988-7bc8-8905-b348c7f28ccb','2026-11-28 20:32:28.552','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-c93a-762e-a091-85cbe608aac0',6,1,'85b9d981ba79c32edc75136c39ae51dc');
INSERT INTO "AuditLine" VALUES('01a223db-f98f-7d9f-b829-75604d7aca4c','2026-11-28 20:32:28.559','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-c93a-762e-a091-85cbe608aac0',6,1,'a82af5b7a0b564b455716ecb57bef9bf');
INSERT INTO "AuditLine" VALUES('01a223db-f995-703c-b6d8-c6c6bf8c2509','2026-11-28 20:32:28.565','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-c87a-7bbc-87d6-ecfc55771a9d',15,1,'0fe4920924f77df4ea0c0342aa2e69c6');
INSERT INTO "AuditLine" VALUES('01a223db-f9a2-758c-a435-eb81aeceb6f1','2026-11-28 20:32:28.578','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-c87a-7bbc-87d6-ecfc55771a9d',15,1,'48998c9f2de55166825788f15dab0cb4');
INSERT INTO "AuditLine" VALUES('01a223db-f9ac-7b35-b7da-251dbe6d21d3','2026-11-28 20:32:28.588','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bf74-7f20-9f3a-59ce009bd0bd',8,1,'1064d0d641a71d2defc6f5fcc698210e');
INSERT INTO "AuditLine" VALUES('01a223db-f9b2-72a3-917c-1b2d22879cae','2026-11-28 20:32:28.594','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bf74-7f20-9f3a-59ce009bd0bd',8,1,'4b206373e2e0bf84030f50495e4547a0');
INSERT INTO "AuditLine" VALUES('01a223db-f9c0-7a52-963d-0cc70b88910d','2026-11-28 20:32:28.608','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-beed-70a8-ac70-fc6e3c06f75b',13,1,'68d4d80d1cfef99ac0953a91df3c85a2');
INSERT INTO "AuditLine" VALUES('01a223db-f9d1-7c24-859a-87db93cf9c9e','2026-11-28 20:32:28.625','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-beed-70a8-ac70-fc6e3c06f75b',13,1,'02dcfd883bec0ea12d612fcba08d1c01');
INSERT INTO "AuditLine" VALUES('01a223db-f9db-76ec-a4e8-c546c4edd428','2026-11-28 20:32:28.635','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-be79-760c-98dd-a496462e7d54',15,1,'c243a394f8c17a050864889f7f61216f');
INSERT INTO "AuditLine" VALUES('01a223db-f9eb-736f-bb42-6ca11ab2d293','2026-11-28 20:32:28.651','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-be79-760c-98dd-a496462e7d54',15,1,'41adf46b5b3dbc7e6079f5bfa0899d5a');
INSERT INTO "AuditLine" VALUES('01a223db-fa11-7aeb-a953-b9d82811c683','2026-11-28 20:32:28.689','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bd8e-76c6-a5a3-a095b306e238',8,1,'668d07e6a1bca129428426c6a4f63053');
INSERT INTO "AuditLine" VALUES('01a223db-fa22-7e8b-909b-48ff106cc593','2026-11-28 20:32:28.706','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bd8e-76c6-a5a3-a095b306e238',8,1,'dc6cdf82417e2b988b8ad120d3e36f39');
INSERT INTO "AuditLine" VALUES('01a223db-fa30-7762-879f-cdaa21333eff','2026-11-28 20:32:28.72','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bd44-7803-b72b-944ce70717b1',9,1,'75b1789b63ca6960d389e1a80bd5a2ac');
INSERT INTO "AuditLine" VALUES('01a223db-fa40-7277-8ae2-e8eb6371f189','2026-11-28 20:32:28.736','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bd44-7803-b72b-944ce70717b1',9,1,'dc7d1c072e3a3076d5b477d112e0fd51');
INSERT INTO "AuditLine" VALUES('01a223db-fa51-7d7f-b151-ecc551ff0605','2026-11-28 20:32:28.753','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bcce-70e6-8033-92b64bbd00ad',13,1,'8a3307c5605c87ad70902322a51cdd8a');
INSERT INTO "AuditLine" VALUES('01a223db-fa65-7b3f-91a0-c16748de8011','2026-11-28 20:32:28.773','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bcce-70e6-8033-92b64bbd00ad',13,1,'93f05d7404b78cc7948addd7dc5d85cc');
INSERT INTO "AuditLine" VALUES('01a223db-fa6a-719c-b576-8e26fddc66b6','2026-11-28 20:32:28.778','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bc49-78b9-8fee-990b627e176c',13,1,'cbb5fa817bc28b5af0dc195109a096f9');
INSERT INTO "AuditLine" VALUES('01a223db-fa6e-742d-bcf5-ab302615d49b','2026-11-28 20:32:28.782','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-bc49-78b9-8fee-990b627e176c',13,1,'0b7e6b68c5eb8065037ff0a4c14487b6');
INSERT INTO "AuditLine" VALUES('01a223db-fa83-74f7-903b-8858b966aef2','2026-11-28 20:32:28.803','read-receipt','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-b6dd-710a-880d-6f1702b8e7f9',6,1,'6ff8d3a2ae1ad55f7e760b169b159e36');
INSERT INTO "AuditLine" VALUES('01a223db-fad9-74f1-9340-5b27510f6053','2026-11-28 20:32:28.889','read-findings','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1','01a223db-b6dd-710a-880d-6f1702b8e7f9',6,1,'bbe8c78b8ff2677976704c1b991c231b');
INSERT INTO "AuditLine" VALUES('01a223db-faf1-7266-8831-fdb8029b9cf5','2026-11-28 20:32:28.913','read-receipt','done','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','01a223db-cb90-74c8-87ca-2a8dc659e765',NULL,1,'a4b12dbde2bc7b0546cf15cac9bcf0e2');
INSERT INTO "AuditLine" VALUES('01a223db-ebc8-7e99-a50e-92caf5f613e2','2026-11-28 20:32:25.032','sign-in','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'19f1737026a3e099cbca8993561a0b00');
INSERT INTO "AuditLine" VALUES('01a223db-f505-7187-aedc-6b849c1c8f01','2026-11-28 20:32:27.397','sign-in','done','01a223db-97f8-717e-a25c-d710a95ca43e',NULL,'127.0.0.1',NULL,NULL,1,'aa3830a247fc5d02831a006cbeb2deb2');
INSERT INTO "AuditLine" VALUES('01a223db-f872-798b-bb3f-caa0527dff9a','2026-11-28 20:32:28.274','sign-in','done','01a223db-97eb-71a3-80e1-18cfb3c90988',NULL,'127.0.0.1',NULL,NULL,1,'56848bd40393105c72ce081bc30f1348');
INSERT INTO "AuditLine" VALUES('01a223db-fb6b-75b2-9d89-636d76eee83b','2026-11-28 20:32:29.035','read-audit','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'7a9adf1e7328e50907c8b8695f330329');
INSERT INTO "AuditLine" VALUES('01a223db-fb7f-7ac4-ba7e-950fe00e5779','2026-11-28 20:32:29.055','read-audit','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'b1f7c5d4909bb5da895522e92222e765');
INSERT INTO "AuditLine" VALUES('01a223db-fb84-79f2-a62a-f6572c21610c','2026-11-28 20:32:29.06','read-audit','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'93e8d31ed4517923949a823146ea8a57');
INSERT INTO "AuditLine" VALUES('01a223db-fb88-71a3-9f6c-83928f51ddf5','2026-11-28 20:32:29.064','read-audit','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'d98c8d42fecca4bd993c53755a564149');
INSERT INTO "AuditLine" VALUES('01a223db-fb8c-79a3-b42a-81a6508adea8','2026-11-28 20:32:29.068','read-audit','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'037fac313da665e8f88e51f274f977cf');
INSERT INTO "AuditLine" VALUES('01a223db-fbc3-7b32-b3c2-9b628c15d013','2026-11-28 20:32:29.123','read-audit','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'3e48bc2055239528b1b6e6e258cb97ae');
INSERT INTO "AuditLine" VALUES('01a223db-fbcb-717b-a117-4a004d0a9b7a','2026-11-28 20:32:29.131','read-audit','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'433781f5328089aa0467998d766fbbf3');
INSERT INTO "AuditLine" VALUES('01a223db-fbd7-72a2-8270-dfd718156c7c','2026-11-28 20:32:29.143','read-audit','done','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'127.0.0.1',NULL,NULL,1,'9c05b52fe7cf3bde0bc32543939929a5');
INSERT INTO "AuditLine" VALUES('01a223db-fbec-79de-8f9b-3b55857b3ac1','2026-11-28 20:32:29.164','submit-return','done','01a223db-97d9-7341-938b-78f5a9d41c9d','EXA-CSC','127.0.0.1','statutory-visits',NULL,1,'c96ce7cb57d0038185393dcc29bad7f1');
INSERT INTO "AuditLine" VALUES('01a223db-fc03-7557-83ad-e756cae28a7f','2026-11-28 20:32:29.187','submit-return','unreadable-body','01a223db-97eb-7c31-b7f8-3d3725c6d0cf','EXA-POL','127.0.0.1',NULL,NULL,1,'fdf9267b617f04ee45a8e445e43c0395');
INSERT INTO "AuditLine" VALUES('01a223db-fc10-7fc5-9677-30dadd7a2fc2','2026-11-28 20:32:29.2','submit-return','period-ahead','01a223db-97ea-7f98-93be-ee46eb5ddba0','EXA-ICB','127.0.0.1',NULL,NULL,1,'6acbecc658ca5faaa192947fba4f66ab');
CREATE TABLE Benchmark (
    LoadId CHAR(36) NOT NULL,
    LineNumber INT NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    AreaType NVARCHAR(30) NOT NULL,
    AreaCode NVARCHAR(20) NOT NULL,
    AreaName NVARCHAR(120) NOT NULL,
    Period NVARCHAR(20) NOT NULL,
    FromDay DATE NOT NULL,
    ToDay DATE NOT NULL,
    BenchmarkValue DECIMAL(14, 2) NULL,
    NeighbourRank INT NULL,
    Closeness NVARCHAR(40) NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_Benchmark PRIMARY KEY (LoadId, LineNumber),
    CONSTRAINT FK_Benchmark_BenchmarkLoad FOREIGN KEY (LoadId) REFERENCES BenchmarkLoad (LoadId));
INSERT INTO "Benchmark" VALUES('01a223db-ee68-71df-a270-bfdfeb0f4a23',1,'visits-on-time','england','E92000001','England','2025-26','2025-04-01','2026-03-31',81.2,NULL,NULL,'2026-11-28 20:32:25.704',NULL);
CREATE TABLE BenchmarkLoad (
    LoadId CHAR(36) NOT NULL,
    LoadedAt DATETIME2(3) NOT NULL,
    LoadedBy CHAR(36) NOT NULL,
    CONSTRAINT PK_BenchmarkLoad PRIMARY KEY (LoadId));
INSERT INTO "BenchmarkLoad" VALUES('01a223db-edb0-7404-90a1-61d24a40e927','2026-11-28 20:32:25.52','01a223db-97f9-7dd9-9310-9dad1f41eb63');
INSERT INTO "BenchmarkLoad" VALUES('01a223db-ee68-71df-a270-bfdfeb0f4a23','2026-11-28 20:32:25.704','01a223db-97f9-7dd9-9310-9dad1f41eb63');
CREATE TABLE Calendar (
    Day DATE NOT NULL,
    IsWorkingDay BIT NOT NULL,
    WorkingDayNumber INT NOT NULL,
    CONSTRAINT PK_Calendar PRIMARY KEY (Day)) WITHOUT ROWID;
CREATE TABLE Cell (
    SegmentId CHAR(36) NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    StartsOn DATE NOT NULL,
    Member NVARCHAR(120) NOT NULL,
    Amount INT NOT NULL,
    Numerator DECIMAL(14, 2) NOT NULL,
    Denominator DECIMAL(14, 2) NOT NULL,
    CONSTRAINT PK_Cell PRIMARY KEY (SegmentId, Indicator, Dimension, StartsOn, Member, Amount),
    CONSTRAINT FK_Cell_Segment FOREIGN KEY (SegmentId) REFERENCES Segment (SegmentId)) WITHOUT ROWID;
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','children-seen-alone','all','2026-11-03','',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','children-seen-alone','category','2026-11-02','child-protection',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','children-seen-alone','locality','2026-11-02','East',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','children-seen-alone','team','2026-11-02','East Safeguarding 1',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visit-lateness','all','2026-11-03','',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visit-lateness','category','2026-11-02','child-protection',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visit-lateness','locality','2026-11-02','East',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visit-lateness','team','2026-11-02','East Safeguarding 1',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visits-checked-by-manager','all','2026-11-03','',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visits-checked-by-manager','category','2026-11-02','child-protection',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visits-checked-by-manager','locality','2026-11-02','East',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visits-checked-by-manager','team','2026-11-02','East Safeguarding 1',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visits-on-time','all','2026-11-03','',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visits-on-time','category','2026-11-02','child-protection',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visits-on-time','locality','2026-11-02','East',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-ba23-75f4-804a-4562877fd856','visits-on-time','team','2026-11-02','East Safeguarding 1',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay','all','2026-11-04','',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay','all','2026-11-04','',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay','category','2026-11-02','section-47-joint',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay','category','2026-11-02','section-47-joint',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay','locality','2026-11-02','East',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay','locality','2026-11-02','East',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay','team','2026-11-02','East Safeguarding 1',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay','team','2026-11-02','East Safeguarding 1',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay/waiting','all','2026-11-20','',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay/waiting','category','2026-11-16','not-held',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay/waiting','locality','2026-11-16','East',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meeting-delay/waiting','team','2026-11-16','East Safeguarding 1',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-on-time','all','2026-11-04','',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-on-time','all','2026-11-20','',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-on-time','category','2026-11-02','section-47-joint',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-on-time','category','2026-11-16','not-held',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-on-time','locality','2026-11-02','East',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-on-time','locality','2026-11-16','East',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-on-time','team','2026-11-02','East Safeguarding 1',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-on-time','team','2026-11-16','East Safeguarding 1',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-quorate','all','2026-11-04','',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-quorate','category','2026-11-02','section-47-joint',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-quorate','locality','2026-11-02','East',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','strategy-meetings-quorate','team','2026-11-02','East Safeguarding 1',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-bcfb-7a1b-a82a-4fdd91efc253','health-assessments-on-time','all','2026-11-10','',0,3,5);
INSERT INTO "Cell" VALUES('01a223db-bcfb-7a1b-a82a-4fdd91efc253','health-assessments-on-time','all','2026-11-11','',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bcfb-7a1b-a82a-4fdd91efc253','health-assessments-on-time','category','2026-11-09','initial',0,4,5);
INSERT INTO "Cell" VALUES('01a223db-bcfb-7a1b-a82a-4fdd91efc253','health-assessments-on-time','category','2026-11-09','review',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bcfb-7a1b-a82a-4fdd91efc253','health-assessments-on-time','locality','2026-11-09','East',0,4,6);
INSERT INTO "Cell" VALUES('01a223db-bcfb-7a1b-a82a-4fdd91efc253','health-assessments-on-time','team','2026-11-09','Exampleshire Community Health',0,4,6);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay','all','2026-11-06','',1,0,2);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay','all','2026-11-06','',2,1,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay','category','2026-11-02','domestic-abuse',1,0,2);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay','category','2026-11-02','domestic-abuse',2,1,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay','locality','2026-11-02','East',1,0,2);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay','locality','2026-11-02','East',2,1,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay','team','2026-11-02','high',1,0,2);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay','team','2026-11-02','high',2,1,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay/waiting','all','2026-11-20','',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay/waiting','category','2026-11-16','missing',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay/waiting','locality','2026-11-16','East',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notification-delay/waiting','team','2026-11-16','standard',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notifications-shared-on-time','all','2026-11-06','',0,2,3);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notifications-shared-on-time','all','2026-11-20','',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notifications-shared-on-time','category','2026-11-02','domestic-abuse',0,2,3);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notifications-shared-on-time','category','2026-11-16','missing',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notifications-shared-on-time','locality','2026-11-02','East',0,2,3);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notifications-shared-on-time','locality','2026-11-16','East',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notifications-shared-on-time','team','2026-11-02','high',0,2,3);
INSERT INTO "Cell" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','notifications-shared-on-time','team','2026-11-16','standard',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','average-caseload','all','2026-11-21','',0,4,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','average-caseload','team','2026-11-21','East Safeguarding 1',0,4,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','age','2026-11-21','10-15',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','age','2026-11-21','18+',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','all','2026-11-21','',0,0,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','category','2026-11-21','care-leaver',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','category','2026-11-21','child-in-need',0,0,2);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','category','2026-11-21','child-protection',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','disability','2026-11-21','disabled',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','disability','2026-11-21','not-disabled',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','ethnicity','2026-11-21','WBRI',0,0,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','locality','2026-11-21','East',0,0,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','sex','2026-11-21','F',0,0,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers','team','2026-11-21','East Safeguarding 1',0,0,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','age','2026-11-21','10-15',1,3,3);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','age','2026-11-21','18+',1,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','all','2026-11-21','',1,4,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','category','2026-11-21','care-leaver',1,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','category','2026-11-21','child-in-need',1,2,2);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','category','2026-11-21','child-protection',1,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','disability','2026-11-21','disabled',1,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','disability','2026-11-21','not-disabled',1,3,3);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','ethnicity','2026-11-21','WBRI',1,4,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','locality','2026-11-21','East',1,4,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','sex','2026-11-21','F',1,4,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation','team','2026-11-21','East Safeguarding 1',1,4,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation/waiting','age','2026-11-21','unborn',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation/waiting','all','2026-11-21','',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation/waiting','category','2026-11-21','referral',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation/waiting','disability','2026-11-21','not-recorded',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation/waiting','ethnicity','2026-11-21','not-recorded',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation/waiting','locality','2026-11-21','East',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation/waiting','sex','2026-11-21','U',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation/waiting','team','2026-11-21','East Safeguarding 1',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','age','2026-11-21','10-15',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','age','2026-11-21','18+',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','age','2026-11-21','unborn',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','all','2026-11-21','',0,1,5);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','category','2026-11-21','care-leaver',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','category','2026-11-21','child-in-need',0,0,2);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','category','2026-11-21','child-protection',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','category','2026-11-21','referral',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','disability','2026-11-21','disabled',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','disability','2026-11-21','not-disabled',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','disability','2026-11-21','not-recorded',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','ethnicity','2026-11-21','WBRI',0,0,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','ethnicity','2026-11-21','not-recorded',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','locality','2026-11-21','East',0,1,5);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','sex','2026-11-21','F',0,0,4);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','sex','2026-11-21','U',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases','team','2026-11-21','East Safeguarding 1',0,1,5);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review','age','2026-11-21','unborn',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review','all','2026-11-21','',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review','category','2026-11-21','referral',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review','disability','2026-11-21','not-recorded',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review','ethnicity','2026-11-21','not-recorded',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review','locality','2026-11-21','East',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review','sex','2026-11-21','U',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review','team','2026-11-21','East Safeguarding 1',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','average-caseload','all','2026-11-22','',0,9,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','average-caseload','team','2026-11-22','East Safeguarding 1',0,9,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','age','2026-11-22','10-15',0,0,9);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','age','2026-11-22','18+',0,0,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','all','2026-11-22','',0,0,11);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','category','2026-11-22','care-leaver',0,0,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','category','2026-11-22','child-in-need',0,0,7);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','category','2026-11-22','child-protection',0,0,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','disability','2026-11-22','disabled',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','disability','2026-11-22','not-disabled',0,0,10);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','ethnicity','2026-11-22','WBRI',0,0,11);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','locality','2026-11-22','East',0,0,11);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','sex','2026-11-22','F',0,0,11);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers','team','2026-11-22','East Safeguarding 1',0,0,11);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','age','2026-11-22','10-15',1,5,5);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','age','2026-11-22','10-15',49,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','age','2026-11-22','18+',1,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','all','2026-11-22','',1,7,7);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','all','2026-11-22','',49,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','category','2026-11-22','care-leaver',1,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','category','2026-11-22','child-in-need',1,4,4);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','category','2026-11-22','child-in-need',49,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','category','2026-11-22','child-protection',1,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','disability','2026-11-22','disabled',1,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','disability','2026-11-22','not-disabled',1,6,6);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','disability','2026-11-22','not-disabled',49,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','ethnicity','2026-11-22','WBRI',1,7,7);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','ethnicity','2026-11-22','WBRI',49,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','locality','2026-11-22','East',1,7,7);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','locality','2026-11-22','East',49,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','sex','2026-11-22','F',1,7,7);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','sex','2026-11-22','F',49,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','team','2026-11-22','East Safeguarding 1',1,7,7);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation','team','2026-11-22','East Safeguarding 1',49,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','age','2026-11-22','10-15',0,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','age','2026-11-22','unborn',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','all','2026-11-22','',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','category','2026-11-22','child-in-need',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','category','2026-11-22','child-protection',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','category','2026-11-22','referral',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','disability','2026-11-22','not-disabled',0,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','disability','2026-11-22','not-recorded',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','ethnicity','2026-11-22','WBRI',0,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','ethnicity','2026-11-22','not-recorded',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','locality','2026-11-22','East',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','sex','2026-11-22','F',0,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','sex','2026-11-22','U',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation/waiting','team','2026-11-22','East Safeguarding 1',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','age','2026-11-22','10-15',0,2,9);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','age','2026-11-22','18+',0,0,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','age','2026-11-22','unborn',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','all','2026-11-22','',0,3,12);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','category','2026-11-22','care-leaver',0,0,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','category','2026-11-22','child-in-need',0,1,7);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','category','2026-11-22','child-protection',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','category','2026-11-22','referral',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','disability','2026-11-22','disabled',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','disability','2026-11-22','not-disabled',0,2,10);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','disability','2026-11-22','not-recorded',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','ethnicity','2026-11-22','WBRI',0,2,11);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','ethnicity','2026-11-22','not-recorded',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','locality','2026-11-22','East',0,3,12);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','sex','2026-11-22','F',0,2,11);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','sex','2026-11-22','U',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases','team','2026-11-22','East Safeguarding 1',0,3,12);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','age','2026-11-22','10-15',0,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','age','2026-11-22','unborn',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','all','2026-11-22','',0,2,3);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','category','2026-11-22','child-in-need',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','category','2026-11-22','child-protection',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','category','2026-11-22','referral',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','disability','2026-11-22','not-disabled',0,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','disability','2026-11-22','not-recorded',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','ethnicity','2026-11-22','WBRI',0,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','ethnicity','2026-11-22','not-recorded',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','locality','2026-11-22','East',0,2,3);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','sex','2026-11-22','F',0,2,2);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','sex','2026-11-22','U',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review','team','2026-11-22','East Safeguarding 1',0,2,3);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','agency-rate','all','2026-11-22','',0,1,4.2);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','agency-rate','category','2026-11-22','social-worker',0,1,4.2);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','agency-rate','locality','2026-11-22','East',0,1,4.2);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','agency-rate','team','2026-11-22','East Safeguarding 1',0,1,4.2);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','dbs-checks-in-date','all','2026-11-22','',0,2,5);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','dbs-checks-in-date','category','2026-11-22','social-worker',0,2,5);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','dbs-checks-in-date','locality','2026-11-22','East',0,2,5);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','dbs-checks-in-date','team','2026-11-22','East Safeguarding 1',0,2,5);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','vacancy-rate','all','2026-11-22','',0,2.6,5.8);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','vacancy-rate','category','2026-11-22','social-worker',0,2.6,5.8);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','vacancy-rate','locality','2026-11-22','East',0,2.6,5.8);
INSERT INTO "Cell" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','vacancy-rate','team','2026-11-22','East Safeguarding 1',0,2.6,5.8);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','absence-rate','all','2026-11-22','',0,16,52);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','absence-rate','category','2026-11-16','child-protection',0,6,42);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','absence-rate','category','2026-11-16','looked-after',0,10,10);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','absence-rate','locality','2026-11-16','East',0,16,52);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','absence-rate','team','2026-11-16','EXA-SCH-01',0,16,52);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','persistent-absence','all','2026-11-22','',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','persistent-absence','category','2026-11-16','child-protection',0,4,4);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','persistent-absence','category','2026-11-16','looked-after',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','persistent-absence','locality','2026-11-16','East',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','persistent-absence','team','2026-11-16','EXA-SCH-01',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','children-seen-alone','all','2026-11-03','',0,2,4);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','children-seen-alone','category','2026-11-02','child-protection',0,2,4);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','children-seen-alone','locality','2026-11-02','East',0,2,4);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','children-seen-alone','team','2026-11-02','East Safeguarding 1',0,2,4);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visit-lateness','all','2026-11-03','',0,0,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visit-lateness','category','2026-11-02','child-protection',0,0,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visit-lateness','locality','2026-11-02','East',0,0,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visit-lateness','team','2026-11-02','East Safeguarding 1',0,0,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visits-checked-by-manager','all','2026-11-03','',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visits-checked-by-manager','category','2026-11-02','child-protection',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visits-checked-by-manager','locality','2026-11-02','East',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visits-checked-by-manager','team','2026-11-02','East Safeguarding 1',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visits-on-time','all','2026-11-03','',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visits-on-time','category','2026-11-02','child-protection',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visits-on-time','locality','2026-11-02','East',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c899-70ec-a61b-61b164892a33','visits-on-time','team','2026-11-02','East Safeguarding 1',0,5,5);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','children-seen-alone','all','2026-11-03','',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','children-seen-alone','category','2026-11-02','child-protection',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','children-seen-alone','locality','2026-11-02','East',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','children-seen-alone','team','2026-11-02','East Safeguarding 1',0,1,2);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visit-lateness','all','2026-11-03','',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visit-lateness','category','2026-11-02','child-protection',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visit-lateness','locality','2026-11-02','East',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visit-lateness','team','2026-11-02','East Safeguarding 1',0,0,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visits-checked-by-manager','all','2026-11-03','',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visits-checked-by-manager','category','2026-11-02','child-protection',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visits-checked-by-manager','locality','2026-11-02','East',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visits-checked-by-manager','team','2026-11-02','East Safeguarding 1',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visits-on-time','all','2026-11-03','',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visits-on-time','category','2026-11-02','child-protection',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visits-on-time','locality','2026-11-02','East',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','visits-on-time','team','2026-11-02','East Safeguarding 1',0,3,3);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay','all','2026-11-04','',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay','all','2026-11-04','',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay','category','2026-11-02','section-47-joint',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay','category','2026-11-02','section-47-joint',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay','locality','2026-11-02','East',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay','locality','2026-11-02','East',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay','team','2026-11-02','East Safeguarding 1',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay','team','2026-11-02','East Safeguarding 1',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay/waiting','all','2026-11-20','',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay/waiting','category','2026-11-16','not-held',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay/waiting','locality','2026-11-16','East',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meeting-delay/waiting','team','2026-11-16','East Safeguarding 1',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-on-time','all','2026-11-04','',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-on-time','all','2026-11-20','',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-on-time','category','2026-11-02','section-47-joint',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-on-time','category','2026-11-16','not-held',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-on-time','locality','2026-11-02','East',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-on-time','locality','2026-11-16','East',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-on-time','team','2026-11-02','East Safeguarding 1',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-on-time','team','2026-11-16','East Safeguarding 1',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-quorate','all','2026-11-04','',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-quorate','category','2026-11-02','section-47-joint',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-quorate','locality','2026-11-02','East',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','strategy-meetings-quorate','team','2026-11-02','East Safeguarding 1',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay','all','2026-11-04','',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay','all','2026-11-04','',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay','category','2026-11-02','section-47-joint',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay','category','2026-11-02','section-47-joint',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay','locality','2026-11-02','East',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay','locality','2026-11-02','East',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay','team','2026-11-02','East Safeguarding 1',1,0,3);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay','team','2026-11-02','East Safeguarding 1',4,1,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay/waiting','all','2026-11-20','',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay/waiting','category','2026-11-16','not-held',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay/waiting','locality','2026-11-16','East',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meeting-delay/waiting','team','2026-11-16','East Safeguarding 1',0,1,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-on-time','all','2026-11-04','',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-on-time','all','2026-11-20','',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-on-time','category','2026-11-02','section-47-joint',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-on-time','category','2026-11-16','not-held',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-on-time','locality','2026-11-02','East',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-on-time','locality','2026-11-16','East',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-on-time','team','2026-11-02','East Safeguarding 1',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-on-time','team','2026-11-16','East Safeguarding 1',0,0,1);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-quorate','all','2026-11-04','',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-quorate','category','2026-11-02','section-47-joint',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-quorate','locality','2026-11-02','East',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','strategy-meetings-quorate','team','2026-11-02','East Safeguarding 1',0,3,4);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','agency-rate','all','2026-11-21','',0,1,4.2);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','agency-rate','category','2026-11-21','social-worker',0,1,4.2);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','agency-rate','locality','2026-11-21','East',0,1,4.2);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','agency-rate','team','2026-11-21','East Safeguarding 1',0,1,4.2);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','dbs-checks-in-date','all','2026-11-21','',0,3,5);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','dbs-checks-in-date','category','2026-11-21','social-worker',0,3,5);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','dbs-checks-in-date','locality','2026-11-21','East',0,3,5);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','dbs-checks-in-date','team','2026-11-21','East Safeguarding 1',0,3,5);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','vacancy-rate','all','2026-11-21','',0,2.6,5.8);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','vacancy-rate','category','2026-11-21','social-worker',0,2.6,5.8);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','vacancy-rate','locality','2026-11-21','East',0,2.6,5.8);
INSERT INTO "Cell" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','vacancy-rate','team','2026-11-21','East Safeguarding 1',0,2.6,5.8);
CREATE TABLE Client (
    ClientId CHAR(36) NOT NULL,
    Name NVARCHAR(100) NOT NULL,
    Permissions NVARCHAR(200) NOT NULL,
    IsDemonstration BIT NOT NULL,
    CreatedAt DATETIME2(3) NOT NULL,
    CreatedBy CHAR(36) NULL,
    EndedAt DATETIME2(3) NULL,
    EndedBy CHAR(36) NULL,
    CONSTRAINT PK_Client PRIMARY KEY (ClientId));
INSERT INTO "Client" VALUES('01a223db-97be-7a39-a514-5e2427b3940e','Demonstration: social care','submit read-returns read-data-quality',1,'2026-11-28 20:32:03.5182577',NULL,NULL,NULL);
INSERT INTO "Client" VALUES('01a223db-97ea-74b1-826e-e4fd970fc433','Demonstration: health','submit read-returns read-data-quality',1,'2026-11-28 20:32:03.5625667',NULL,NULL,NULL);
INSERT INTO "Client" VALUES('01a223db-97ea-7aa9-a60b-267933e7de53','Demonstration: police','submit read-returns read-data-quality',1,'2026-11-28 20:32:03.5628893',NULL,NULL,NULL);
INSERT INTO "Client" VALUES('01a223db-97eb-7430-a35f-2010fe6a0f83','Demonstration: school','submit read-returns read-data-quality',1,'2026-11-28 20:32:03.5631312',NULL,NULL,NULL);
INSERT INTO "Client" VALUES('01a223db-97eb-74d2-b36f-6a5cf2dba1bc','Demonstration: board','read-figures read-data-quality',1,'2026-11-28 20:32:03.5633776',NULL,NULL,NULL);
INSERT INTO "Client" VALUES('01a223db-97f8-74c3-8e6a-352cb5abbb68','Demonstration: analyst','read-figures read-full-figures read-cases read-returns read-data-quality',1,'2026-11-28 20:32:03.5762925',NULL,NULL,NULL);
INSERT INTO "Client" VALUES('01a223db-97f8-718e-b4a2-93c4588a7a1b','Demonstration: administrator','read-figures read-full-figures read-cases read-returns read-data-quality administer',1,'2026-11-28 20:32:03.5769347',NULL,NULL,NULL);
INSERT INTO "Client" VALUES('01a223db-ebda-776d-b1c1-7105594ebfcc','A job','submit read-returns',0,'2026-11-28 20:32:25.05','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,NULL);
CREATE TABLE ClientAgency (
    ClientId CHAR(36) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    CONSTRAINT PK_ClientAgency PRIMARY KEY (ClientId, Agency),
    CONSTRAINT FK_ClientAgency_Client FOREIGN KEY (ClientId) REFERENCES Client (ClientId),
    CONSTRAINT FK_ClientAgency_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));
INSERT INTO "ClientAgency" VALUES('01a223db-97be-7a39-a514-5e2427b3940e','EXA-CSC');
INSERT INTO "ClientAgency" VALUES('01a223db-97ea-74b1-826e-e4fd970fc433','EXA-ICB');
INSERT INTO "ClientAgency" VALUES('01a223db-97ea-7aa9-a60b-267933e7de53','EXA-POL');
INSERT INTO "ClientAgency" VALUES('01a223db-97eb-7430-a35f-2010fe6a0f83','EXA-SCH-01');
INSERT INTO "ClientAgency" VALUES('01a223db-ebda-776d-b1c1-7105594ebfcc','EXA-POL');
CREATE TABLE ClientKey (
    KeyId CHAR(36) NOT NULL,
    ClientId CHAR(36) NOT NULL,
    KeyHash CHAR(64) NOT NULL,
    CreatedAt DATETIME2(3) NOT NULL,
    CreatedBy CHAR(36) NULL,
    ExpiresAt DATETIME2(3) NULL,
    RevokedAt DATETIME2(3) NULL,
    RevokedBy CHAR(36) NULL,
    LastUsedAt DATETIME2(3) NULL,
    CONSTRAINT PK_ClientKey PRIMARY KEY (KeyId),
    CONSTRAINT UQ_ClientKey_KeyHash UNIQUE (KeyHash),
    CONSTRAINT FK_ClientKey_Client FOREIGN KEY (ClientId) REFERENCES Client (ClientId));
INSERT INTO "ClientKey" VALUES('01a223db-97d9-7341-938b-78f5a9d41c9d','01a223db-97be-7a39-a514-5e2427b3940e','f3288a2d7bcdb9f2b37215ca4130e2fc4a3858d7d592ce6f78d1eabe2b2f197d','2026-11-28 20:32:03.5182577',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ClientKey" VALUES('01a223db-97ea-7f98-93be-ee46eb5ddba0','01a223db-97ea-74b1-826e-e4fd970fc433','8678552f9984ed7d8c7aa432b5aa05b031716e5922000c0f0aa67c3ef2c84df4','2026-11-28 20:32:03.5625667',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ClientKey" VALUES('01a223db-97eb-7c31-b7f8-3d3725c6d0cf','01a223db-97ea-7aa9-a60b-267933e7de53','b8c728cb60570a5d71ad42bc3abd521b954b681ea55f9cc22733b73c0d8976f6','2026-11-28 20:32:03.5628893',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ClientKey" VALUES('01a223db-97eb-73f1-8738-9d175f306f6c','01a223db-97eb-7430-a35f-2010fe6a0f83','4a6b4111ef0f64e43e0ed700a18193922f857cf06f14a1e47879bf2f03ddf397','2026-11-28 20:32:03.5631312',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ClientKey" VALUES('01a223db-97eb-71a3-80e1-18cfb3c90988','01a223db-97eb-74d2-b36f-6a5cf2dba1bc','c403cb1f2655921a1971e4f0d08fe0d7f987271cbb47e7bec6f5ee8cb90d001b','2026-11-28 20:32:03.5633776',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ClientKey" VALUES('01a223db-97f8-717e-a25c-d710a95ca43e','01a223db-97f8-74c3-8e6a-352cb5abbb68','cce657f16c436d5357567f215df4e4d5c56f8a19c32916e43562db7905035a04','2026-11-28 20:32:03.5762925',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ClientKey" VALUES('01a223db-97f9-7dd9-9310-9dad1f41eb63','01a223db-97f8-718e-b4a2-93c4588a7a1b','cce7a2cf1ae045989cfc914fb95a41526f167a838b3c7d33745143614abace7c','2026-11-28 20:32:03.5769347',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ClientKey" VALUES('01a223db-ec38-70c8-97f7-5a73abd0b88e','01a223db-ebda-776d-b1c1-7105594ebfcc','a7881d3bba6b7b19b0bda399da1522ffd74474e2866f01f2ce2c814d3e04d1d0','2026-11-28 20:32:25.144','01a223db-97f9-7dd9-9310-9dad1f41eb63','2026-11-30 20:32:25.209',NULL,NULL,NULL);
INSERT INTO "ClientKey" VALUES('01a223db-ec79-7dec-b8f1-2978192a9fcd','01a223db-ebda-776d-b1c1-7105594ebfcc','1dba06caaa79830de47110469c2f1ccbea92b1ee603f555f8b280088ccafdf2c','2026-11-28 20:32:25.209','01a223db-97f9-7dd9-9310-9dad1f41eb63','2027-11-29 00:00:00','2026-11-28 20:32:25.229','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL);
CREATE TABLE DataVersion (
    Stream NVARCHAR(100) NOT NULL,
    VersionNumber BIGINT NOT NULL,
    ChangedAt DATETIME2(3) NOT NULL,
    CONSTRAINT PK_DataVersion PRIMARY KEY (Stream)) WITHOUT ROWID;
INSERT INTO "DataVersion" VALUES('agencies',515229692,'2026-11-28 20:32:25.025');
INSERT INTO "DataVersion" VALUES('benchmarks',1705034454,'2026-11-28 20:32:25.706');
INSERT INTO "DataVersion" VALUES('clients',2295022992,'2026-11-28 20:32:25.236');
INSERT INTO "DataVersion" VALUES('identifiers',831877639,'2026-11-28 20:32:03.118');
INSERT INTO "DataVersion" VALUES('returns/EXA-CSC/open-cases',1167322803,'2026-11-28 20:32:13.485');
INSERT INTO "DataVersion" VALUES('returns/EXA-CSC/statutory-visits',2562621009,'2026-11-28 20:32:25.973');
INSERT INTO "DataVersion" VALUES('returns/EXA-CSC/strategy-meetings',1539318636,'2026-11-28 20:32:16.403');
INSERT INTO "DataVersion" VALUES('returns/EXA-CSC/workforce-posts',792142879,'2026-11-28 20:32:16.88');
INSERT INTO "DataVersion" VALUES('returns/EXA-ICB/health-assessments',1114238576,'2026-11-28 20:32:16.725');
INSERT INTO "DataVersion" VALUES('returns/EXA-POL/police-notifications',1703255226,'2026-11-28 20:32:16.635');
INSERT INTO "DataVersion" VALUES('returns/EXA-SCH-01/school-attendance',800742269,'2026-11-28 20:32:13.693');
INSERT INTO "DataVersion" VALUES('schedule/EXA-CSC/statutory-visits',296129260,'2026-11-28 20:32:25.37');
INSERT INTO "DataVersion" VALUES('schema',167596009,'2026-11-28 20:32:03.026');
INSERT INTO "DataVersion" VALUES('targets',719300364,'2026-11-28 20:32:25.457');
CREATE TABLE DemonstrationFill (
    BegunOn DATE NOT NULL,
    FilledAt DATETIME2(3) NULL,
    CONSTRAINT PK_DemonstrationFill PRIMARY KEY (BegunOn));
CREATE TABLE FieldCount (
    ReturnId CHAR(36) NOT NULL,
    Field NVARCHAR(60) NOT NULL,
    Expected INT NOT NULL,
    Valid INT NOT NULL,
    Defaults INT NOT NULL,
    CONSTRAINT PK_FieldCount PRIMARY KEY (ReturnId, Field),
    CONSTRAINT FK_FieldCount_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','childId',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','childSeen',8,7,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','dueOn',9,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','locality',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','managerCheckedOn',8,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','notAloneReason',2,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','seenAlone',7,7,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','team',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','visitId',9,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','visitType',9,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','visitedOn',8,7,0);
INSERT INTO "FieldCount" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','workerId',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','childId',14,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','healthAttended',12,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','heldOn',12,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','locality',14,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','meetingId',14,13,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','neededOn',14,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','outcome',13,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','policeAttended',12,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','schoolAttended',12,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','socialCareAttended',12,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','team',14,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','assessmentId',15,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','assessmentType',15,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','becameLookedAfterOn',14,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','childId',14,13,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','completedOn',14,13,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','delayReason',3,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','dueOn',15,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','locality',15,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','nhsNumber',3,2,0);
INSERT INTO "FieldCount" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','provider',15,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','category',11,10,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','childId',10,10,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','incidentOn',11,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','locality',11,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','notificationId',11,10,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','riskGrade',11,10,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','sharedOn',10,7,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','allocatedOn',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','allocatedWorkerId',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','childId',10,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','dateOfBirth',10,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','disabilities',10,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','ethnicity',10,10,1);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','locality',10,10,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','nhsNumber',2,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','openedOn',10,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','planType',10,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','riskReviewedOn',1,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','sex',10,10,1);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','team',10,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','upn',1,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','workersInLast12Months',9,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','allocatedOn',17,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','allocatedWorkerId',18,16,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','childId',20,19,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','dateOfBirth',20,17,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','disabilities',20,19,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','ethnicity',20,20,1);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','locality',20,20,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','nhsNumber',2,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','openedOn',20,19,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','planType',20,19,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','riskReviewedOn',2,2,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','sex',20,20,1);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','team',20,19,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','upn',2,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-be79-760c-98dd-a496462e7d54','workersInLast12Months',19,18,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','dbsCheckedOn',12,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','fte',15,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','locality',15,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','postId',15,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','role',15,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','startedOn',12,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','status',15,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','team',15,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','vacantSince',3,2,0);
INSERT INTO "FieldCount" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','workerId',13,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','locality',11,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','pupilId',11,10,0);
INSERT INTO "FieldCount" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','sessionsAttended',11,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','sessionsPossible',11,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','socialWorkerStatus',11,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','suspensions',11,10,0);
INSERT INTO "FieldCount" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','upn',2,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','childId',18,18,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','childSeen',17,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','dueOn',18,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','locality',18,18,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','managerCheckedOn',17,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','notAloneReason',3,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','seenAlone',15,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','team',18,18,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visitId',18,17,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visitType',18,17,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visitedOn',16,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','workerId',18,18,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','childId',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','childSeen',8,7,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','dueOn',9,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','locality',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','managerCheckedOn',8,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','notAloneReason',2,1,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','seenAlone',7,7,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','team',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','visitId',9,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','visitType',9,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','visitedOn',8,7,0);
INSERT INTO "FieldCount" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','workerId',9,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','childId',14,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','healthAttended',12,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','heldOn',12,8,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','locality',14,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','meetingId',14,13,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','neededOn',14,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','outcome',13,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','policeAttended',12,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','schoolAttended',12,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','socialCareAttended',12,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','team',14,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','dbsCheckedOn',12,9,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','fte',15,12,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','locality',15,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','postId',15,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','role',15,14,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','startedOn',12,11,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','status',15,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','team',15,15,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','vacantSince',3,2,0);
INSERT INTO "FieldCount" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','workerId',13,11,0);
CREATE TABLE Finding (
    ReturnId CHAR(36) NOT NULL,
    FindingNumber INT NOT NULL,
    RecordNumber INT NULL,
    LineNumber INT NULL,
    RecordKey NVARCHAR(36) NULL,
    RuleCode NVARCHAR(10) NOT NULL,
    Field NVARCHAR(60) NOT NULL,
    Severity NVARCHAR(10) NOT NULL,
    FoundValue NVARCHAR(60) NULL,
    CONSTRAINT PK_Finding PRIMARY KEY (ReturnId, FindingNumber),
    CONSTRAINT FK_Finding_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "Finding" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',1,NULL,NULL,NULL,'R05','mileage','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',2,4,5,'V-2004','SV01','dueOn','error','2026-11-26');
INSERT INTO "Finding" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',3,5,6,'V-2005','R01','visitType','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',4,6,7,'V-2006','R02','visitedOn','error','2026-10-32');
INSERT INTO "Finding" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',5,7,8,'V-2007','R02','childSeen','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',6,8,9,'V-2008','R03','notAloneReason','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',1,3,NULL,'S-303','R01','neededOn','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',2,4,NULL,'S-304','R02','heldOn','error','2026-11-31');
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',3,5,NULL,'S-305','R03','outcome','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',4,6,NULL,'S-301','R04','meetingId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',5,NULL,NULL,NULL,'R05','chair','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',6,8,NULL,'S-308','R07','heldOn','error','2062-11-05');
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',7,8,NULL,'S-308','SM05','heldOn','query','2062-11-05');
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',8,9,NULL,'S-309','SM01','neededOn','error','2026-10-30');
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',9,10,NULL,'S-310','SM02','heldOn','error','2026-11-03');
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',10,11,NULL,'S-311','SM03','policeAttended','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',11,12,NULL,'S-312','SM04','outcome','error','section-47-joint');
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',12,13,NULL,'S-313','SM05','heldOn','query','2026-11-10');
INSERT INTO "Finding" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',13,14,NULL,'S-314','SM06','healthAttended','query','false');
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',1,NULL,NULL,NULL,'R05','clinician','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',2,3,4,'HA-703','HA01','dueOn','error','2026-11-27');
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',3,4,5,'HA-704','R01','provider','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',4,5,6,'HA-705','R02','completedOn','error','09/11/2026');
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',5,6,7,'HA-706','R03','delayReason','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',6,7,8,'HA-701','R04','assessmentId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',7,9,10,'HA-709','R06','nhsNumber','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',8,10,11,'HA-710','R07','becameLookedAfterOn','error','2062-10-13');
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',9,11,12,'HA-711','HA01','dueOn','error','2026-10-30');
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',10,12,13,'HA-712','HA02','childId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',11,13,14,'HA-713','HA03','becameLookedAfterOn','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',12,14,15,'HA-714','HA04','dueOn','query','2026-11-11');
INSERT INTO "Finding" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',13,15,16,'HA-715','HA05','delayReason','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',1,NULL,NULL,NULL,'R05','crimeNumber','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',2,3,4,'N-5503','R01','riskGrade','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',3,4,5,'N-5504','R02','incidentOn','error','2026-11-31');
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',4,5,6,'N-5505','R03','category','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',5,6,7,'N-5501','R04','notificationId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',6,8,9,'N-5508','R07','sharedOn','error','2062-11-09');
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',7,9,10,'N-5509','PN01','incidentOn','error','2026-10-31');
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',8,10,11,'N-5510','PN02','sharedOn','error','2026-11-05');
INSERT INTO "Finding" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',9,11,12,'N-5511','PN03','sharedOn','query','2026-11-10');
INSERT INTO "Finding" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',1,NULL,NULL,NULL,'R05','keyWorker','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',2,3,4,'C-1003','OC06','dateOfBirth','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',3,4,5,'C-1004','R01','team','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',4,5,6,'C-1005','R02','openedOn','error','2026-02-30');
INSERT INTO "Finding" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',5,6,7,'C-1006','R02','workersInLast12Months','error','2.5');
INSERT INTO "Finding" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',6,7,8,'C-1007','R03','planType','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',7,8,9,'C-1001','R04','childId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',8,10,11,'C-1010','R06','nhsNumber','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',1,NULL,NULL,NULL,'R05','keyWorker','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',2,3,4,'C-1003','OC06','dateOfBirth','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',3,4,5,'C-1004','R01','team','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',4,5,6,'C-1005','R02','openedOn','error','2026-02-30');
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',5,6,7,'C-1006','R02','workersInLast12Months','error','2.5');
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',6,7,8,'C-1007','R03','planType','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',7,8,9,'C-1001','R04','childId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',8,10,11,'C-1010','R06','nhsNumber','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',9,11,12,'C-1011','R06','upn','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',10,12,13,'C-1012','R07','dateOfBirth','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',11,14,15,'C-1014','OC02','allocatedOn','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',12,15,16,'C-1015','OC02','allocatedWorkerId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',13,18,19,'C-1018','OC04','allocatedOn','query','2026-09-11');
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',14,19,20,'C-1019','OC05','allocatedWorkerId','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-be79-760c-98dd-a496462e7d54',15,20,21,'C-1020','OC06','dateOfBirth','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',1,NULL,NULL,NULL,'R05','grade','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',2,3,4,'P-0003','WP04','dbsCheckedOn','query','2023-11-21');
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',3,4,5,'P-0004','R01','role','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',4,5,6,'P-0005','R02','fte','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',5,6,7,'P-0006','R03','fte','error','1.5');
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',6,7,8,'P-0007','R03','fte','error','0.333');
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',7,8,9,'P-0001','R04','postId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',8,10,11,'P-0010','R07','startedOn','error','2062-02-01');
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',9,11,12,'P-0011','WP01','workerId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',10,12,13,'P-0012','WP02','workerId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',11,13,14,'P-0013','WP03','vacantSince','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',12,14,15,'P-0014','WP04','dbsCheckedOn','query','2023-11-20');
INSERT INTO "Finding" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',13,15,16,'P-0015','WP04','dbsCheckedOn','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',1,NULL,NULL,NULL,'R05','yearGroup','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',2,3,4,'PU-03','R01','sessionsAttended','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',3,4,5,'PU-04','R02','sessionsPossible','error','9.5');
INSERT INTO "Finding" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',4,5,6,'PU-05','R03','suspensions','error','-1');
INSERT INTO "Finding" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',5,6,7,'PU-01','R04','pupilId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',6,8,9,'PU-08','R06','upn','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',7,9,10,'PU-09','SA01','sessionsAttended','error','9');
INSERT INTO "Finding" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',8,11,12,'PU-11','SA03','sessionsPossible','query','0');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',1,NULL,NULL,NULL,'R05','mileage','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',2,4,5,'V-2004','SV01','dueOn','error','2026-11-26');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',3,5,6,'V-2005','R01','visitType','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',4,6,7,'V-2006','R02','visitedOn','error','2026-10-32');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',5,7,8,'V-2007','R02','childSeen','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',6,8,9,'V-2008','R03','notAloneReason','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',8,11,12,'V-2011','R07','managerCheckedOn','error','2062-11-04');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',9,12,13,'V-2012','SV01','dueOn','error','2026-12-01');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',10,13,14,'V-2013','SV02','childSeen','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',11,14,15,'V-2014','SV03','seenAlone','error','true');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',12,15,16,'V-2015','SV04','childSeen','error','true');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',13,16,17,'V-2016','SV05','managerCheckedOn','error','2026-11-01');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',14,17,18,'V-2017','SV01','dueOn','error','2026-10-01');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',15,17,18,'V-2017','SV06','visitedOn','query','2026-11-02');
INSERT INTO "Finding" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',16,18,19,'V-2018','SV07','notAloneReason','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',1,NULL,NULL,NULL,'R05','mileage','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',2,4,5,'V-2004','SV01','dueOn','error','2026-11-26');
INSERT INTO "Finding" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',3,5,6,'V-2005','R01','visitType','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',4,6,7,'V-2006','R02','visitedOn','error','2026-10-32');
INSERT INTO "Finding" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',5,7,8,'V-2007','R02','childSeen','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',6,8,9,'V-2008','R03','notAloneReason','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',1,NULL,NULL,NULL,'R05','chair','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',2,3,4,'S-303','R01','neededOn','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',3,4,5,'S-304','R02','heldOn','error','2026-11-31');
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',4,5,6,'S-305','R03','outcome','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',5,6,7,'S-301','R04','meetingId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',6,8,9,'S-308','R07','heldOn','error','2062-11-05');
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',7,8,9,'S-308','SM05','heldOn','query','2062-11-05');
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',8,9,10,'S-309','SM01','neededOn','error','2026-10-30');
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',9,10,11,'S-310','SM02','heldOn','error','2026-11-03');
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',10,11,12,'S-311','SM03','policeAttended','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',11,12,13,'S-312','SM04','outcome','error','section-47-joint');
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',12,13,14,'S-313','SM05','heldOn','query','2026-11-10');
INSERT INTO "Finding" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',13,14,15,'S-314','SM06','healthAttended','query','false');
INSERT INTO "Finding" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9',1,1,2,'N-1','R01','locality','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9',2,1,2,'N-1','R01','category','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9',3,1,2,'N-1','R01','riskGrade','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9',4,1,2,'N-1','R01','incidentOn','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',1,NULL,NULL,NULL,'R05','grade','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',2,3,4,'P-0003','WP04','dbsCheckedOn','query','2023-11-21');
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',3,4,5,'P-0004','R01','role','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',4,5,6,'P-0005','R02','fte','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',5,6,7,'P-0006','R03','fte','error','1.5');
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',6,7,8,'P-0007','R03','fte','error','0.333');
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',7,8,9,'P-0001','R04','postId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',8,10,11,'P-0010','R07','startedOn','error','2062-02-01');
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',9,11,12,'P-0011','WP01','workerId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',10,12,13,'P-0012','WP02','workerId','error',NULL);
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',11,13,14,'P-0013','WP03','vacantSince','query',NULL);
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',12,14,15,'P-0014','WP04','dbsCheckedOn','query','2023-11-20');
INSERT INTO "Finding" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',13,15,16,'P-0015','WP04','dbsCheckedOn','query',NULL);
CREATE TABLE ForgottenReturn (
    ReturnId CHAR(36) NOT NULL,
    ForgottenAt DATETIME2(3) NOT NULL,
    Records INT NOT NULL,
    Findings INT NOT NULL,
    CONSTRAINT PK_ForgottenReturn PRIMARY KEY (ReturnId),
    CONSTRAINT FK_ForgottenReturn_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
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
    CONSTRAINT FK_HealthAssessment_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "HealthAssessment" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',1,'HA-701','C-1042','egMN2urTIQEvZnsAjyjycndjcTRvZxsD2pMrwF4vXFw','East','Exampleshire Community Health','initial','2026-10-13','2026-11-10','2026-11-09',NULL);
INSERT INTO "HealthAssessment" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',2,'HA-702',NULL,'egMN2urTIQEvZnsAjyjycndjcTRvZxsD2pMrwF4vXFw','East','Exampleshire Community Health','review',NULL,'2026-11-10','2026-11-16','capacity');
INSERT INTO "HealthAssessment" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',8,'HA-708','C-1042',NULL,'East','Exampleshire Community Health','initial','2026-10-13','2026-11-10','2026-11-09',NULL);
INSERT INTO "HealthAssessment" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',9,'HA-709','C-1042','DYCSnrCYUUb-g2YbqOtjkKteRvkaxzm0eCB5USZS0WY','East','Exampleshire Community Health','initial','2026-10-13','2026-11-10','2026-11-09',NULL);
INSERT INTO "HealthAssessment" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',14,'HA-714','C-1042',NULL,'East','Exampleshire Community Health','initial','2026-10-13','2026-11-11','2026-11-09',NULL);
INSERT INTO "HealthAssessment" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad',15,'HA-715','C-1042',NULL,'East','Exampleshire Community Health','initial','2026-10-13','2026-11-10','2026-11-12',NULL);
CREATE TABLE IdempotencyKey (
    Client NVARCHAR(100) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    KeyHash CHAR(64) NOT NULL,
    Fingerprint CHAR(64) NOT NULL,
    KeptAt DATETIME2(3) NOT NULL,
    Outcome NVARCHAR(40) NOT NULL,
    ReturnId CHAR(36) NULL,
    Detail NVARCHAR(400) NULL,
    LineNumber INT NULL,
    Position INT NULL,
    ReceivedOn DATE NULL,
    CONSTRAINT PK_IdempotencyKey PRIMARY KEY (Client, Agency, KeyHash)) WITHOUT ROWID;
INSERT INTO "IdempotencyKey" VALUES('01a223db-97be-7a39-a514-5e2427b3940e','EXA-CSC','b35d965d33e3c7159882d9c65dfbaa5967d3c64953720111a922e93d3dcbb1ee','8c6a513a0fdcb254cb549f236f812d89ce6dc9c8d5776c1da631b563601d36bb','2026-11-28 20:32:15.994','taken','01a223db-c87a-7bbc-87d6-ecfc55771a9d',NULL,NULL,NULL,NULL);
INSERT INTO "IdempotencyKey" VALUES('01a223db-97be-7a39-a514-5e2427b3940e','EXA-CSC','e9af8cc6dcb01df43a4b9b787db2b824105b820076be03b728743d767d1291c8','1d4a55abcf37d64641158d23d049ed96302f91212db2a8afac1601f0466888d4','2026-11-28 20:32:16.783','accepted','01a223db-cb90-74c8-87ca-2a8dc659e765',NULL,NULL,NULL,NULL);
INSERT INTO "IdempotencyKey" VALUES('01a223db-97ea-74b1-826e-e4fd970fc433','EXA-ICB','fe82e142318f67db1e526fb3a638e2fe7ed8fe232f91bb9b627889cfa33d2eac','031523c5d2a24d3f7fe7e9cb50afe72111e2a365d6873ff4ee6e4aa21d2c8df0','2026-11-28 20:32:16.723','ahead','01a223db-cb53-7668-9180-6bfe36ccee5b',NULL,NULL,NULL,'2026-11-28');
INSERT INTO "IdempotencyKey" VALUES('01a223db-97ea-7aa9-a60b-267933e7de53','EXA-POL','1d710bd5530c3b34199cb34cb5921633da96d1f20188c3cf809990c66969720f','c177e7f3c383af1d72660c89e5ea3817457fe9ac25cb6c64fe8f12e4c2b3ff21','2026-11-28 20:32:16.594','unreadable-body','01a223db-cad2-7057-b864-f80d08043f81','The body is not JSON from here on.',1,2,NULL);
CREATE TABLE IdentifierKeys (
    Layers INT NOT NULL,
    KeyCheck CHAR(43) NOT NULL,
    SetAt DATETIME2(3) NOT NULL,
    CONSTRAINT PK_IdentifierKeys PRIMARY KEY (Layers));
INSERT INTO "IdentifierKeys" VALUES(1,'27lGBPFC0jZl_c5hx7ddlHaZMSsT0Z5vnzdjXbZsL3s','2026-11-28 20:32:03.116');
CREATE TABLE IdentifierRewrap (
    OldHash CHAR(43) NOT NULL,
    NewHash CHAR(43) NOT NULL,
    CONSTRAINT PK_IdentifierRewrap PRIMARY KEY (OldHash)) WITHOUT ROWID;
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
INSERT INTO "IndicatorTarget" VALUES('01a223db-ed47-71b1-9cf9-b508ad110eb2','visits-on-time',NULL,NULL,'2026-10-01',90,5,'2026-11-28 20:32:25.415','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,NULL);
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
    CONSTRAINT FK_OpenCase_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "OpenCase" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',1,'C-1001','East','East Safeguarding 1','child-protection','2026-09-14','W-117','2026-09-15',NULL,2,'2015-04-23','F','WBRI','LD;AUT','egMN2urTIQEvZnsAjyjycndjcTRvZxsD2pMrwF4vXFw','4_ACVrfWirn4BtG1cck40HCSDoyr0F9UnwMh7ydzaXM');
INSERT INTO "OpenCase" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',2,'C-1002','East','East Safeguarding 1','referral','2026-11-16',NULL,NULL,'2026-11-18',NULL,'2027-02-10','U','NOBT',NULL,NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',3,'C-1003','East','East Safeguarding 1','care-leaver','2026-09-14','W-117','2026-09-15',NULL,2,'2000-11-21','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',9,'C-1009','East','East Safeguarding 1','child-in-need','2026-09-14','W-117','2026-09-15',NULL,2,'2015-04-23','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238',10,'C-1010','East','East Safeguarding 1','child-in-need','2026-09-14','W-117','2026-09-15',NULL,2,'2015-04-23','F','WBRI','NONE','DYCSnrCYUUb-g2YbqOtjkKteRvkaxzm0eCB5USZS0WY',NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',1,'C-1001','East','East Safeguarding 1','child-protection','2026-09-14','W-117','2026-09-15',NULL,2,'2015-04-23','F','WBRI','LD;AUT','egMN2urTIQEvZnsAjyjycndjcTRvZxsD2pMrwF4vXFw','4_ACVrfWirn4BtG1cck40HCSDoyr0F9UnwMh7ydzaXM');
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',2,'C-1002','East','East Safeguarding 1','referral','2026-11-16',NULL,NULL,'2026-11-18',NULL,'2027-02-10','U','NOBT',NULL,NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',3,'C-1003','East','East Safeguarding 1','care-leaver','2026-09-14','W-117','2026-09-15',NULL,2,'2000-11-21','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',9,'C-1009','East','East Safeguarding 1','child-in-need','2026-09-14','W-117','2026-09-15',NULL,2,'2015-04-23','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',10,'C-1010','East','East Safeguarding 1','child-in-need','2026-09-14','W-117','2026-09-15',NULL,2,'2015-04-23','F','WBRI','NONE','DYCSnrCYUUb-g2YbqOtjkKteRvkaxzm0eCB5USZS0WY',NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',11,'C-1011','East','East Safeguarding 1','child-in-need','2026-09-14','W-117','2026-09-15',NULL,2,'2015-04-23','F','WBRI','NONE',NULL,'fuG1p4-GytZly79oYKIo4kU_ccOTH_xw9UzjCiraVFQ');
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',13,'C-1013','East','East Safeguarding 1','child-in-need','2026-11-21',NULL,NULL,NULL,2,'2015-04-23','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',16,'C-1016','East','East Safeguarding 1','child-in-need','2026-09-14','W-117','2026-11-21',NULL,2,'2015-04-23','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',17,'C-1017','East','East Safeguarding 1','child-in-need','2026-09-14','W-117','2026-09-15','2026-11-21',2,'2015-04-23','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',18,'C-1018','East','East Safeguarding 1','child-in-need','2026-09-14','W-117','2026-09-11',NULL,2,'2015-04-23','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',19,'C-1019','East','East Safeguarding 1','child-protection','2026-09-14',NULL,NULL,NULL,2,'2015-04-23','F','WBRI','NONE',NULL,NULL);
INSERT INTO "OpenCase" VALUES('01a223db-be79-760c-98dd-a496462e7d54',20,'C-1020','East','East Safeguarding 1','care-leaver','2026-09-14','W-117','2026-09-15',NULL,2,'2000-11-20','F','WBRI','NONE',NULL,NULL);
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
    CONSTRAINT FK_PoliceNotification_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "PoliceNotification" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',1,'N-5501','C-1042','East','domestic-abuse','high','2026-11-06','2026-11-09');
INSERT INTO "PoliceNotification" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',2,'N-5502',NULL,'East','missing','standard','2026-11-20',NULL);
INSERT INTO "PoliceNotification" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',7,'N-5507','C-1042','East','domestic-abuse','high','2026-11-06','2026-11-09');
INSERT INTO "PoliceNotification" VALUES('01a223db-bd44-7803-b72b-944ce70717b1',11,'N-5511','C-1042','East','domestic-abuse','high','2026-11-06','2026-11-10');
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
    CONSTRAINT FK_PupilAttendance_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "PupilAttendance" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',1,'PU-01','4_ACVrfWirn4BtG1cck40HCSDoyr0F9UnwMh7ydzaXM','East','child-protection',10,9,0);
INSERT INTO "PupilAttendance" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',2,'PU-02',NULL,'East','looked-after',10,0,1);
INSERT INTO "PupilAttendance" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',7,'PU-07',NULL,'East','child-protection',10,9,0);
INSERT INTO "PupilAttendance" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',8,'PU-08','fuG1p4-GytZly79oYKIo4kU_ccOTH_xw9UzjCiraVFQ','East','child-protection',10,9,0);
INSERT INTO "PupilAttendance" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',10,'PU-10',NULL,'East','child-protection',12,9,0);
INSERT INTO "PupilAttendance" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd',11,'PU-11',NULL,'East','child-protection',0,0,0);
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
    CONSTRAINT FK_RemainingCount_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','children-seen-alone','all','2026-11-03','',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','children-seen-alone','category','2026-11-03','child-protection',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','children-seen-alone','locality','2026-11-03','East',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','children-seen-alone','team','2026-11-03','East Safeguarding 1',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visit-lateness','all','2026-11-03','',0,0,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visit-lateness','category','2026-11-03','child-protection',0,0,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visit-lateness','locality','2026-11-03','East',0,0,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visit-lateness','team','2026-11-03','East Safeguarding 1',0,0,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visits-checked-by-manager','all','2026-11-03','',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visits-checked-by-manager','category','2026-11-03','child-protection',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visits-checked-by-manager','locality','2026-11-03','East',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visits-checked-by-manager','team','2026-11-03','East Safeguarding 1',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visits-on-time','all','2026-11-03','',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visits-on-time','category','2026-11-03','child-protection',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visits-on-time','locality','2026-11-03','East',0,1,1);
INSERT INTO "RemainingCount" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','visits-on-time','team','2026-11-03','East Safeguarding 1',0,1,1);
CREATE TABLE RetentionDay (
    RunOn DATE NOT NULL,
    BegunAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    Returns INT NOT NULL,
    CONSTRAINT PK_RetentionDay PRIMARY KEY (RunOn));
CREATE TABLE ReturnScheduleEntry (
    EntryId CHAR(36) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    ValidFrom DATE NOT NULL,
    Frequency NVARCHAR(10) NOT NULL,
    DueDays INT NOT NULL,
    DueTime CHAR(5) NOT NULL,
    SetByKey CHAR(36) NULL,
    EndedByKey CHAR(36) NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_ReturnScheduleEntry PRIMARY KEY (EntryId),
    CONSTRAINT FK_ReturnScheduleEntry_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));
INSERT INTO "ReturnScheduleEntry" VALUES('01a223db-ed10-74dc-ae81-09407b5cddb2','statutory-visits','EXA-CSC','2026-10-01','month',5,'17:00','01a223db-97f9-7dd9-9310-9dad1f41eb63',NULL,'2026-11-28 20:32:25.2886401',NULL);
CREATE TABLE RuleBreach (
    ReturnId CHAR(36) NOT NULL,
    RuleCode NVARCHAR(10) NOT NULL,
    Field NVARCHAR(60) NOT NULL,
    Severity NVARCHAR(10) NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    Message NVARCHAR(1000) NOT NULL,
    Findings INT NOT NULL,
    CONSTRAINT PK_RuleBreach PRIMARY KEY (ReturnId, RuleCode, Field),
    CONSTRAINT FK_RuleBreach_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "RuleBreach" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','R01','visitType','error','completeness','A required field must be present: visitType is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','R02','childSeen','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): childSeen is true or false (in CSV also 1/0, yes/no, y/n).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','R02','visitedOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): visitedOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','R03','notAloneReason','error','validity','A value must be in its field''s code list, length or range: notAloneReason is one of too-young, child-declined, not-appropriate, other.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','R04','visitId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','R05','mileage','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9','SV01','dueOn','error','timeliness','A visit must have fallen due within the period of the return.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','R01','neededOn','error','completeness','A required field must be present: neededOn is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','R02','heldOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): heldOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','R03','outcome','error','validity','A value must be in its field''s code list, length or range: outcome is one of section-47-single, section-47-joint, assessment, no-further-action.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','R04','meetingId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','R05','chair','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','R07','heldOn','error','timeliness','A date must not be after the day the return was received, unless its field says so.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','SM01','neededOn','error','timeliness','The need for a meeting must have arisen within the period of the return.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','SM02','heldOn','error','consistency','A meeting cannot be held before it was needed.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','SM03','policeAttended','error','completeness','If a meeting was held, whether social care, police and health attended must be recorded.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','SM04','outcome','error','consistency','Attendance and outcome are recorded only for a meeting that was held.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','SM05','heldOn','query','timeliness','A meeting should be held within 3 working days of being needed.',2);
INSERT INTO "RuleBreach" VALUES('01a223db-bc49-78b9-8fee-990b627e176c','SM06','healthAttended','query','accuracy','A social worker, the police and a health practitioner should, as a minimum, attend.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','HA01','dueOn','error','timeliness','An assessment must have fallen due within the period of the return.',2);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','HA02','childId','error','completeness','An assessment must identify the child.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','HA03','becameLookedAfterOn','error','completeness','An initial assessment must give the date the child became looked after.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','HA04','dueOn','query','accuracy','An initial assessment should fall due 20 working days after the child became looked after.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','HA05','delayReason','query','completeness','A late assessment should give the reason.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','R01','provider','error','completeness','A required field must be present: provider is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','R02','completedOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): completedOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','R03','delayReason','error','validity','A value must be in its field''s code list, length or range: delayReason is one of late-referral, consent, placement-move, child-declined, capacity, other.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','R04','assessmentId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','R05','clinician','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','R06','nhsNumber','query','accuracy','An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bcce-70e6-8033-92b64bbd00ad','R07','becameLookedAfterOn','error','timeliness','A date must not be after the day the return was received, unless its field says so.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','PN01','incidentOn','error','timeliness','An incident must fall within the period of the return.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','PN02','sharedOn','error','consistency','A notification cannot be shared before its incident.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','PN03','sharedOn','query','timeliness','A high risk notification should be shared by the next working day.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','R01','riskGrade','error','completeness','A required field must be present: riskGrade is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','R02','incidentOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): incidentOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','R03','category','error','validity','A value must be in its field''s code list, length or range: category is one of domestic-abuse, neglect, physical-abuse, sexual-abuse, exploitation, missing, other.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','R04','notificationId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','R05','crimeNumber','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd44-7803-b72b-944ce70717b1','R07','sharedOn','error','timeliness','A date must not be after the day the return was received, unless its field says so.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','OC06','dateOfBirth','query','accuracy','A child''s age should be under 26.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','R01','team','error','completeness','A required field must be present: team is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','R02','openedOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): openedOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','R02','workersInLast12Months','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): workersInLast12Months is a whole number from 0 to 50.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','R03','planType','error','validity','A value must be in its field''s code list, length or range: planType is one of referral, assessment, child-in-need, child-protection, looked-after, care-leaver.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','R04','childId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','R05','keyWorker','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bd8e-76c6-a5a3-a095b306e238','R06','nhsNumber','query','accuracy','An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','OC02','allocatedOn','error','consistency','An allocation date and an allocated worker go together.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','OC02','allocatedWorkerId','error','consistency','An allocation date and an allocated worker go together.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','OC04','allocatedOn','query','consistency','An allocation should not be before the case opened.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','OC05','allocatedWorkerId','query','completeness','A child protection or looked after case should have an allocated worker.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','OC06','dateOfBirth','query','accuracy','A child''s age should be under 26.',2);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R01','team','error','completeness','A required field must be present: team is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R02','openedOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): openedOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R02','workersInLast12Months','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): workersInLast12Months is a whole number from 0 to 50.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R03','planType','error','validity','A value must be in its field''s code list, length or range: planType is one of referral, assessment, child-in-need, child-protection, looked-after, care-leaver.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R04','childId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R05','keyWorker','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R06','nhsNumber','query','accuracy','An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R06','upn','query','accuracy','An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-be79-760c-98dd-a496462e7d54','R07','dateOfBirth','error','timeliness','A date must not be after the day the return was received, unless its field says so.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','R01','role','error','completeness','A required field must be present: role is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','R02','fte','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): fte is a number over 0 and at most 1, with at most 2 decimal places.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','R03','fte','error','validity','A value must be in its field''s code list, length or range: fte is a number over 0 and at most 1, with at most 2 decimal places.',2);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','R04','postId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','R05','grade','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','R07','startedOn','error','timeliness','A date must not be after the day the return was received, unless its field says so.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','WP01','workerId','error','completeness','A filled or covered post must name its worker.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','WP02','workerId','error','consistency','A vacant post must not name a worker.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','WP03','vacantSince','query','completeness','A vacant post should say since when.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b','WP04','dbsCheckedOn','query','timeliness','A worker''s DBS check should be on record and less than three years old.',3);
INSERT INTO "RuleBreach" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','R01','sessionsAttended','error','completeness','A required field must be present: sessionsAttended is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','R02','sessionsPossible','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): sessionsPossible is a whole number, 0 or more.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','R03','suspensions','error','validity','A value must be in its field''s code list, length or range: suspensions is a whole number, 0 or more.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','R04','pupilId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','R05','yearGroup','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','R06','upn','query','accuracy','An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','SA01','sessionsAttended','error','consistency','A pupil cannot attend more sessions than were possible.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-bf74-7f20-9f3a-59ce009bd0bd','SA03','sessionsPossible','query','completeness','A pupil on roll should have had a session possible.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','R01','visitType','error','completeness','A required field must be present: visitType is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','R02','childSeen','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): childSeen is true or false (in CSV also 1/0, yes/no, y/n).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','R02','visitedOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): visitedOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','R03','notAloneReason','error','validity','A value must be in its field''s code list, length or range: notAloneReason is one of too-young, child-declined, not-appropriate, other.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','R04','visitId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','R05','mileage','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','R07','managerCheckedOn','error','timeliness','A date must not be after the day the return was received, unless its field says so.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','SV01','dueOn','error','timeliness','A visit must have fallen due within the period of the return.',3);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','SV02','childSeen','error','completeness','If a visit took place, whether the child was seen must be recorded.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','SV03','seenAlone','error','consistency','A child seen alone must have been seen.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','SV04','childSeen','error','consistency','Seeing the child is recorded only for a visit that took place.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','SV05','managerCheckedOn','error','consistency','A manager cannot have checked a visit before it took place.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','SV06','visitedOn','query','timeliness','A visit should not be more than 20 working days late.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d','SV07','notAloneReason','query','completeness','If the child was seen but not alone, the reason should be given.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','R01','visitType','error','completeness','A required field must be present: visitType is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','R02','childSeen','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): childSeen is true or false (in CSV also 1/0, yes/no, y/n).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','R02','visitedOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): visitedOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','R03','notAloneReason','error','validity','A value must be in its field''s code list, length or range: notAloneReason is one of too-young, child-declined, not-appropriate, other.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','R04','visitId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','R05','mileage','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c93a-762e-a091-85cbe608aac0','SV01','dueOn','error','timeliness','A visit must have fallen due within the period of the return.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','R01','neededOn','error','completeness','A required field must be present: neededOn is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','R02','heldOn','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): heldOn is a date that exists, written YYYY-MM-DD.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','R03','outcome','error','validity','A value must be in its field''s code list, length or range: outcome is one of section-47-single, section-47-joint, assessment, no-further-action.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','R04','meetingId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','R05','chair','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','R07','heldOn','error','timeliness','A date must not be after the day the return was received, unless its field says so.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','SM01','neededOn','error','timeliness','The need for a meeting must have arisen within the period of the return.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','SM02','heldOn','error','consistency','A meeting cannot be held before it was needed.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','SM03','policeAttended','error','completeness','If a meeting was held, whether social care, police and health attended must be recorded.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','SM04','outcome','error','consistency','Attendance and outcome are recorded only for a meeting that was held.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','SM05','heldOn','query','timeliness','A meeting should be held within 3 working days of being needed.',2);
INSERT INTO "RuleBreach" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b','SM06','healthAttended','query','accuracy','A social worker, the police and a health practitioner should, as a minimum, attend.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9','R01','category','error','completeness','A required field must be present: category is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9','R01','incidentOn','error','completeness','A required field must be present: incidentOn is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9','R01','locality','error','completeness','A required field must be present: locality is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-ca38-735c-80de-0f9d53288ef9','R01','riskGrade','error','completeness','A required field must be present: riskGrade is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','R01','role','error','completeness','A required field must be present: role is missing.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','R02','fte','error','validity','A value must be of its field''s type (a date that exists, a whole number, true or false): fte is a number over 0 and at most 1, with at most 2 decimal places.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','R03','fte','error','validity','A value must be in its field''s code list, length or range: fte is a number over 0 and at most 1, with at most 2 decimal places.',2);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','R04','postId','error','uniqueness','A record''s key must not occur twice in a return (the first is kept, each later one is a finding).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','R05','grade','query','validity','A field that the dataset does not have is not stored (one finding a return for each such field).',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','R07','startedOn','error','timeliness','A date must not be after the day the return was received, unless its field says so.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','WP01','workerId','error','completeness','A filled or covered post must name its worker.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','WP02','workerId','error','consistency','A vacant post must not name a worker.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','WP03','vacantSince','query','completeness','A vacant post should say since when.',1);
INSERT INTO "RuleBreach" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765','WP04','dbsCheckedOn','query','timeliness','A worker''s DBS check should be on record and less than three years old.',3);
CREATE TABLE SchemaMigration (Script NVARCHAR(100) NOT NULL, ContentHash CHAR(64) NOT NULL, AppliedAt DATETIME2(3) NOT NULL, CONSTRAINT PK_SchemaMigration PRIMARY KEY (Script));
INSERT INTO "SchemaMigration" VALUES('0001-agencies.sql','50219e72c9ea8f8b1cb57550bba8a71abd25d4cc0fa9e1f14885408c5d0efe2f','2026-11-28 20:32:02.6294829');
INSERT INTO "SchemaMigration" VALUES('0002-calendar.sql','435334ca5e7dad2117f9f3daa1dd4206dafbb7d249708fc6da636fe5089225ee','2026-11-28 20:32:02.6508698');
INSERT INTO "SchemaMigration" VALUES('0003-returns.sql','92960787cfee08346c34d185c17462875925d77503c5a4581ea0fcfa38fc3cdc','2026-11-28 20:32:02.6638688');
INSERT INTO "SchemaMigration" VALUES('0101-open-cases.sql','11baeb95dce4231ada1bd03c0ed06d6ab4ee348df487b276f2692788ae805cdb','2026-11-28 20:32:02.6643634');
INSERT INTO "SchemaMigration" VALUES('0102-statutory-visits.sql','d68fa6348066158a32f5b744020b6c9ec895f38ba5b23bc485c9f1e4fe942dfe','2026-11-28 20:32:02.6644915');
INSERT INTO "SchemaMigration" VALUES('0103-strategy-meetings.sql','8b21c46c61720e66068258496e2d979fd7b3a9f0e927c5dfa9a6224ce39a3db1','2026-11-28 20:32:02.6645834');
INSERT INTO "SchemaMigration" VALUES('0104-workforce-posts.sql','20cb2cbffe6ea47ea6299f33ce55096ad084a203c7dba6264c42e34d91cc45af','2026-11-28 20:32:02.6646699');
INSERT INTO "SchemaMigration" VALUES('0105-health-assessments.sql','41fd65ed01bcc97387d5f083e572181b6aa7ca41d16aa61c5473f7c76401cf08','2026-11-28 20:32:02.6648769');
INSERT INTO "SchemaMigration" VALUES('0106-police-notifications.sql','88b3e5eeae1682d30b9204dec1487a120b3173608ceb7610331b67733618e491','2026-11-28 20:32:02.6649698');
INSERT INTO "SchemaMigration" VALUES('0107-school-attendance.sql','faaad72e690628ebbfe34e7ee9997a3fc7e52b85d83829ebfa9f95c4a74b5697','2026-11-28 20:32:02.665121');
INSERT INTO "SchemaMigration" VALUES('0201-targets.sql','5b1a20ef7d318a2b8a6abf3bea861f43efa192fe61ea2a47ae7a6707c8466442','2026-11-28 20:32:02.6654523');
INSERT INTO "SchemaMigration" VALUES('0202-benchmarks.sql','ab247e1155ff6dcb19a61b438ce00b21dddfaa23d6669ca958cdec67174322e7','2026-11-28 20:32:02.6660466');
INSERT INTO "SchemaMigration" VALUES('0203-return-schedule.sql','66e9b5dbd8f2570664c97973453c2ba3f75b4e81e101466ba2c84216a1fd28e5','2026-11-28 20:32:02.6663741');
INSERT INTO "SchemaMigration" VALUES('0204-definitions.sql','2dfc61863c03bb87241a6490fd57ca94bd0bc79607a86caa9ff7e4e39edc9b84','2026-11-28 20:32:02.6664938');
INSERT INTO "SchemaMigration" VALUES('0301-clients.sql','7e07be2498b4fc284243cf60a88cdb3c4bffb63200bc3cac783193ae03b1ee56','2026-11-28 20:32:02.6670869');
INSERT INTO "SchemaMigration" VALUES('0310-audit.sql','d197a1e6c41e92bf6b3cb256a814e83f8f8e8a81f843e0c9e2ea649674f111db','2026-11-28 20:32:02.6673983');
INSERT INTO "SchemaMigration" VALUES('0311-retention.sql','6abff9dc4b369cc1ab9348c0276f0e429c088813853f43f10e2fbc51fbb1fb1c','2026-11-28 20:32:02.6763174');
INSERT INTO "SchemaMigration" VALUES('0312-identifier-keys.sql','e5038cb265a59d68044a4f3f31526954038a73c4852ccf86feb243e52bbfcab5','2026-11-28 20:32:02.676684');
INSERT INTO "SchemaMigration" VALUES('0320-idempotency-keys.sql','8f49ea9331d2caa326826f6deaac8082b77bec31aaf67494b9c83c1787dfcfac','2026-11-28 20:32:02.6814605');
INSERT INTO "SchemaMigration" VALUES('0321-accepted-returns.sql','32be31f3ee1dcbcb0fc9416547ec2221bdb372a1d44d655ca70b3b604458de3b','2026-11-28 20:32:02.6820304');
INSERT INTO "SchemaMigration" VALUES('0330-data-version.sql','3a236032ca9c6266430b8d0c0b6985bc2ad3f6e950a63264e38607af8b9e2486','2026-11-28 20:32:02.6821182');
INSERT INTO "SchemaMigration" VALUES('indicators/AverageCaseload.sql','7c997b4815492d15b4e23dd22c791970836ce9bbb1571b30ed932c290e8677e5','2026-11-28 20:32:02.6832887');
INSERT INTO "SchemaMigration" VALUES('reporting/HealthAssessmentInForce.sql','e9654c2eb04b0817d6614127ea62ef43843280165dce99a3f93f5d6322d22320','2026-11-28 20:32:02.6834797');
INSERT INTO "SchemaMigration" VALUES('reporting/LiveCell.sql','e3fa995462f69479d7eb779424c4638d7c4f2756479311b38e62c56f41d89c4b','2026-11-28 20:32:02.7048549');
INSERT INTO "SchemaMigration" VALUES('reporting/LiveFigureCount.sql','1878340bb672a7f0fcce029dfec7aacc843176401030cd6dfb2a996740f94201','2026-11-28 20:32:02.705479');
INSERT INTO "SchemaMigration" VALUES('reporting/OpenCaseInForce.sql','4fef0847794f97a540a6c21f2fbe53e04740711854eb2020daaf8df6e073fbde','2026-11-28 20:32:02.7573447');
INSERT INTO "SchemaMigration" VALUES('reporting/PoliceNotificationInForce.sql','dc844abc7afacb9c50c359f4d0f141feaf2343923fa00675d0c1573863aedbcc','2026-11-28 20:32:02.7577306');
INSERT INTO "SchemaMigration" VALUES('reporting/PupilAttendanceInForce.sql','2b056e1cbd74cecd255e865f0bc054e51daa58a7060a563c5fbc7f9cbeab1b7f','2026-11-28 20:32:02.757998');
INSERT INTO "SchemaMigration" VALUES('reporting/ReturnFinding.sql','7a08e42bcec2de037636a05b2d8af2692a92ca915b491c43f241c7cf8edfdc07','2026-11-28 20:32:02.7581096');
INSERT INTO "SchemaMigration" VALUES('reporting/StatutoryVisitInForce.sql','16ee261268e54fd52418074e2e1adaad6f8c8bc2bb1f9148ac5b6cc312a44ee9','2026-11-28 20:32:02.7583065');
INSERT INTO "SchemaMigration" VALUES('reporting/StrategyMeetingInForce.sql','2c0a4e43db7f7b9857df5781f9f34e22e817eef5af1d53744e00523d6bdf523b','2026-11-28 20:32:02.7584416');
INSERT INTO "SchemaMigration" VALUES('reporting/SubmittedReturn.sql','84ed4c9432cd9f1d297044ca58527f859768062501b741d1acd52141aa0f108f','2026-11-28 20:32:02.758632');
INSERT INTO "SchemaMigration" VALUES('reporting/WorkforcePostInForce.sql','17d9e31204f62b57b710b7222854a3681d0357767fd1201b117f4ed1ac7b9027','2026-11-28 20:32:02.7587443');
CREATE TABLE Segment (
    SegmentId CHAR(36) NOT NULL,
    ReturnId CHAR(36) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    MonthOn DATE NOT NULL,
    FromDay DATE NOT NULL,
    ToDay DATE NOT NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_Segment PRIMARY KEY (SegmentId),
    CONSTRAINT FK_Segment_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId));
INSERT INTO "Segment" VALUES('01a223db-ba23-75f4-804a-4562877fd856','01a223db-b6dd-710a-880d-6f1702b8e7f9','EXA-CSC','statutory-visits','2026-11-01','2026-11-01','2026-11-22','2026-11-28 20:32:11.49','2026-11-28 20:32:15.994');
INSERT INTO "Segment" VALUES('01a223db-bc5d-7600-8bbf-9331644d7d07','01a223db-bc49-78b9-8fee-990b627e176c','EXA-CSC','strategy-meetings','2026-11-01','2026-11-01','2026-11-22','2026-11-28 20:32:12.873','2026-11-28 20:32:16.307');
INSERT INTO "Segment" VALUES('01a223db-bcfb-7a1b-a82a-4fdd91efc253','01a223db-bcce-70e6-8033-92b64bbd00ad','EXA-ICB','health-assessments','2026-11-01','2026-11-01','2026-11-22','2026-11-28 20:32:13.006',NULL);
INSERT INTO "Segment" VALUES('01a223db-bd4d-7d91-8942-57e6158954d0','01a223db-bd44-7803-b72b-944ce70717b1','EXA-POL','police-notifications','2026-11-01','2026-11-01','2026-11-22','2026-11-28 20:32:13.124',NULL);
INSERT INTO "Segment" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','01a223db-bd8e-76c6-a5a3-a095b306e238','EXA-CSC','open-cases','2026-11-01','2026-11-21','2026-11-21','2026-11-28 20:32:13.198',NULL);
INSERT INTO "Segment" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','01a223db-be79-760c-98dd-a496462e7d54','EXA-CSC','open-cases','2026-11-01','2026-11-22','2026-11-22','2026-11-28 20:32:13.434',NULL);
INSERT INTO "Segment" VALUES('01a223db-bf08-75fc-a33e-1063321ef751','01a223db-beed-70a8-ac70-fc6e3c06f75b','EXA-CSC','workforce-posts','2026-11-01','2026-11-22','2026-11-22','2026-11-28 20:32:13.549',NULL);
INSERT INTO "Segment" VALUES('01a223db-bf7b-7c69-b0b9-30eb0ebcfda1','01a223db-bf74-7f20-9f3a-59ce009bd0bd','EXA-SCH-01','school-attendance','2026-11-01','2026-11-01','2026-11-22','2026-11-28 20:32:13.684',NULL);
INSERT INTO "Segment" VALUES('01a223db-c899-70ec-a61b-61b164892a33','01a223db-c87a-7bbc-87d6-ecfc55771a9d','EXA-CSC','statutory-visits','2026-11-01','2026-11-01','2026-11-22','2026-11-28 20:32:15.994','2026-11-28 20:32:16.186');
INSERT INTO "Segment" VALUES('01a223db-c93e-7e0e-813e-4efc6a0c7f21','01a223db-c93a-762e-a091-85cbe608aac0','EXA-CSC','statutory-visits','2026-11-01','2026-11-01','2026-11-12','2026-11-28 20:32:16.186',NULL);
INSERT INTO "Segment" VALUES('01a223db-c93e-76e8-8a7a-6a59a6d2d843','01a223db-c87a-7bbc-87d6-ecfc55771a9d','EXA-CSC','statutory-visits','2026-11-01','2026-11-13','2026-11-22','2026-11-28 20:32:16.186',NULL);
INSERT INTO "Segment" VALUES('01a223db-c9b5-74da-a546-08c718e390e8','01a223db-c9b3-7438-a9bd-b513e03e257b','EXA-CSC','strategy-meetings','2026-11-01','2026-11-01','2026-11-21','2026-11-28 20:32:16.307','2026-11-28 20:32:16.378');
INSERT INTO "Segment" VALUES('01a223db-c9b5-7801-bbee-19fc025e9aa3','01a223db-bc49-78b9-8fee-990b627e176c','EXA-CSC','strategy-meetings','2026-11-01','2026-11-22','2026-11-22','2026-11-28 20:32:16.307',NULL);
INSERT INTO "Segment" VALUES('01a223db-ca08-74b7-a264-71fd79d0cfe1','01a223db-bc49-78b9-8fee-990b627e176c','EXA-CSC','strategy-meetings','2026-11-01','2026-11-01','2026-11-21','2026-11-28 20:32:16.378',NULL);
INSERT INTO "Segment" VALUES('01a223db-cbe8-78a2-bd94-447758d98a82','01a223db-cb90-74c8-87ca-2a8dc659e765','EXA-CSC','workforce-posts','2026-11-01','2026-11-21','2026-11-21','2026-11-28 20:32:16.869',NULL);
CREATE TABLE SegmentDefinition (
    SegmentId CHAR(36) NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    Version INT NOT NULL,
    CONSTRAINT PK_SegmentDefinition PRIMARY KEY (SegmentId, Indicator),
    CONSTRAINT FK_SegmentDefinition_Segment FOREIGN KEY (SegmentId) REFERENCES Segment (SegmentId)) WITHOUT ROWID;
INSERT INTO "SegmentDefinition" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','three-or-more-workers',2);
INSERT INTO "SegmentDefinition" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','time-to-allocation',2);
INSERT INTO "SegmentDefinition" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-cases',2);
INSERT INTO "SegmentDefinition" VALUES('01a223db-bdef-7583-9145-16d79b486e3d','unallocated-without-review',2);
INSERT INTO "SegmentDefinition" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','three-or-more-workers',2);
INSERT INTO "SegmentDefinition" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','time-to-allocation',2);
INSERT INTO "SegmentDefinition" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-cases',2);
INSERT INTO "SegmentDefinition" VALUES('01a223db-beab-78e0-a113-cad168dae9cf','unallocated-without-review',2);
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
    CONSTRAINT FK_StatutoryVisit_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "StatutoryVisit" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',1,'V-2001','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',1,1,NULL,'W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',2,'V-2002','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',1,0,'too-young','W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-b6dd-710a-880d-6f1702b8e7f9',3,'V-2003','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',0,NULL,NULL,'W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',2,'V-2002','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',1,0,'too-young','W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',3,'V-2003','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',0,NULL,NULL,'W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',10,'V-2010','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',1,1,NULL,'W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-c87a-7bbc-87d6-ecfc55771a9d',18,'V-2018','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',1,0,NULL,'W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',1,'V-2001','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',1,1,NULL,'W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',2,'V-2002','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',1,0,'too-young','W-117','2026-11-04');
INSERT INTO "StatutoryVisit" VALUES('01a223db-c93a-762e-a091-85cbe608aac0',3,'V-2003','C-1042','East','East Safeguarding 1','child-protection','2026-11-03','2026-11-02',0,NULL,NULL,'W-117','2026-11-04');
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
    CONSTRAINT FK_StrategyMeeting_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "StrategyMeeting" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',1,'S-301','C-1042','East','East Safeguarding 1','2026-11-04','2026-11-05',1,1,1,0,'section-47-joint');
INSERT INTO "StrategyMeeting" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',2,'S-302','C-1042','East','East Safeguarding 1','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "StrategyMeeting" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',7,'S-307','C-1042','East','East Safeguarding 1','2026-11-04','2026-11-05',1,1,1,0,'section-47-joint');
INSERT INTO "StrategyMeeting" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',13,'S-313','C-1042','East','East Safeguarding 1','2026-11-04','2026-11-10',1,1,1,0,'section-47-joint');
INSERT INTO "StrategyMeeting" VALUES('01a223db-bc49-78b9-8fee-990b627e176c',14,'S-314','C-1042','East','East Safeguarding 1','2026-11-04','2026-11-05',1,1,0,0,'section-47-joint');
INSERT INTO "StrategyMeeting" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',1,'S-301','C-1042','East','East Safeguarding 1','2026-11-04','2026-11-05',1,1,1,0,'section-47-joint');
INSERT INTO "StrategyMeeting" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',2,'S-302','C-1042','East','East Safeguarding 1','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "StrategyMeeting" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',7,'S-307','C-1042','East','East Safeguarding 1','2026-11-04','2026-11-05',1,1,1,0,'section-47-joint');
INSERT INTO "StrategyMeeting" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',13,'S-313','C-1042','East','East Safeguarding 1','2026-11-04','2026-11-10',1,1,1,0,'section-47-joint');
INSERT INTO "StrategyMeeting" VALUES('01a223db-c9b3-7438-a9bd-b513e03e257b',14,'S-314','C-1042','East','East Safeguarding 1','2026-11-04','2026-11-05',1,1,0,0,'section-47-joint');
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
    CONSTRAINT FK_WorkforcePost_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)) WITHOUT ROWID;
INSERT INTO "WorkforcePost" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',1,'P-0001','East','East Safeguarding 1','social-worker',0.8,'filled','W-117','2024-02-01',NULL,'2025-03-10');
INSERT INTO "WorkforcePost" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',2,'P-0002','East','East Safeguarding 1','social-worker',0.8,'vacant',NULL,NULL,'2026-08-31',NULL);
INSERT INTO "WorkforcePost" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',3,'P-0003','East','East Safeguarding 1','social-worker',1,'agency-cover','W-117','2024-02-01',NULL,'2023-11-21');
INSERT INTO "WorkforcePost" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',9,'P-0009','East','East Safeguarding 1','social-worker',0.8,'filled','W-117','2024-02-01',NULL,'2025-03-10');
INSERT INTO "WorkforcePost" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',13,'P-0013','East','East Safeguarding 1','social-worker',0.8,'vacant',NULL,NULL,NULL,NULL);
INSERT INTO "WorkforcePost" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',14,'P-0014','East','East Safeguarding 1','social-worker',0.8,'filled','W-117','2024-02-01',NULL,'2023-11-20');
INSERT INTO "WorkforcePost" VALUES('01a223db-beed-70a8-ac70-fc6e3c06f75b',15,'P-0015','East','East Safeguarding 1','social-worker',0.8,'filled','W-117','2024-02-01',NULL,NULL);
INSERT INTO "WorkforcePost" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',1,'P-0001','East','East Safeguarding 1','social-worker',0.8,'filled','W-117','2024-02-01',NULL,'2025-03-10');
INSERT INTO "WorkforcePost" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',2,'P-0002','East','East Safeguarding 1','social-worker',0.8,'vacant',NULL,NULL,'2026-08-31',NULL);
INSERT INTO "WorkforcePost" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',3,'P-0003','East','East Safeguarding 1','social-worker',1,'agency-cover','W-117','2024-02-01',NULL,'2023-11-21');
INSERT INTO "WorkforcePost" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',9,'P-0009','East','East Safeguarding 1','social-worker',0.8,'filled','W-117','2024-02-01',NULL,'2025-03-10');
INSERT INTO "WorkforcePost" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',13,'P-0013','East','East Safeguarding 1','social-worker',0.8,'vacant',NULL,NULL,NULL,NULL);
INSERT INTO "WorkforcePost" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',14,'P-0014','East','East Safeguarding 1','social-worker',0.8,'filled','W-117','2024-02-01',NULL,'2023-11-20');
INSERT INTO "WorkforcePost" VALUES('01a223db-cb90-74c8-87ca-2a8dc659e765',15,'P-0015','East','East Safeguarding 1','social-worker',0.8,'filled','W-117','2024-02-01',NULL,NULL);
CREATE INDEX IX_AgencyReturn_Days ON AgencyReturn (Agency, Dataset, ToDay);
CREATE INDEX IX_AgencyReturn_ReceivedAt ON AgencyReturn (ReceivedAt, ReturnId);
CREATE INDEX IX_Segment_Dataset ON Segment (Dataset, MonthOn, Agency);
CREATE INDEX IX_Segment_Return ON Segment (ReturnId, EndedAt);
CREATE INDEX IX_IndicatorTarget_Indicator ON IndicatorTarget (Indicator, ValidFrom);
CREATE INDEX IX_Benchmark_Indicator ON Benchmark (Indicator, ToDay);
CREATE INDEX IX_ReturnScheduleEntry_Dataset ON ReturnScheduleEntry (Dataset, Agency, ValidFrom);
CREATE INDEX IX_ClientKey_Client ON ClientKey (ClientId);
CREATE INDEX IX_AuditLine_OccurredAt ON AuditLine (OccurredAt, LineId);
CREATE INDEX IX_IdempotencyKey_KeptAt ON IdempotencyKey (KeptAt);
CREATE INDEX IX_AcceptedReturn_FinishedAt ON AcceptedReturn (FinishedAt);
CREATE VIEW AverageCaseload AS
SELECT
    c.ReturnId,
    MIN(c.RecordNumber) AS RecordNumber,
    r.ToDay AS CountedOn,
    NULL AS Locality,
    c.Team,
    NULL AS Category,
    COUNT(*) AS Numerator,
    1 AS Denominator,
    0 AS Amount
FROM OpenCase c
JOIN AgencyReturn r ON r.ReturnId = c.ReturnId
WHERE c.AllocatedWorkerId IS NOT NULL
GROUP BY c.ReturnId, r.ToDay, c.Team, c.AllocatedWorkerId;
CREATE VIEW HealthAssessmentInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    t.DueOn AS CountedOn,
    t.AssessmentId,
    t.ChildId,
    t.Locality,
    t.Provider,
    t.AssessmentType,
    t.BecameLookedAfterOn,
    t.DueOn,
    t.CompletedOn,
    t.DelayReason
FROM HealthAssessment t
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND t.DueOn BETWEEN s.FromDay AND s.ToDay;
CREATE VIEW LiveCell AS
SELECT
    s.Agency,
    s.Dataset,
    s.MonthOn,
    s.ReturnId,
    s.SegmentId,
    c.Indicator,
    c.Dimension,
    c.StartsOn,
    c.Member,
    c.Amount,
    c.Numerator,
    c.Denominator
FROM Segment s
JOIN Cell c ON c.SegmentId = s.SegmentId
WHERE s.EndedAt IS NULL;
CREATE VIEW LiveFigureCount AS
SELECT
    s.Dataset,
    c.Indicator,
    s.MonthOn,
    c.Dimension,
    c.Member,
    SUM(c.Numerator) AS Numerator,
    SUM(c.Denominator) AS Denominator
FROM (
    SELECT
        x.SegmentId,
        x.Dataset,
        x.MonthOn,
        CASE WHEN x.Dataset IN ('open-cases', 'workforce-posts')
            THEN ROW_NUMBER() OVER (PARTITION BY x.Agency, x.Dataset, x.MonthOn ORDER BY x.FromDay DESC)
            ELSE 1
        END AS Place
    FROM Segment x
    WHERE x.EndedAt IS NULL) s
JOIN Cell c ON c.SegmentId = s.SegmentId
WHERE s.Place = 1
GROUP BY s.Dataset, c.Indicator, s.MonthOn, c.Dimension, c.Member;
CREATE VIEW OpenCaseInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    r.ToDay AS CountedOn,
    t.ChildId,
    t.Locality,
    t.Team,
    t.PlanType,
    t.OpenedOn,
    t.AllocatedWorkerId,
    t.AllocatedOn,
    t.RiskReviewedOn,
    t.WorkersInLast12Months,
    t.DateOfBirth,
    t.Sex,
    t.Ethnicity,
    t.Disabilities
FROM OpenCase t
JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND r.ToDay BETWEEN s.FromDay AND s.ToDay;
CREATE VIEW PoliceNotificationInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    t.IncidentOn AS CountedOn,
    t.NotificationId,
    t.ChildId,
    t.Locality,
    t.Category,
    t.RiskGrade,
    t.IncidentOn,
    t.SharedOn
FROM PoliceNotification t
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND t.IncidentOn BETWEEN s.FromDay AND s.ToDay;
CREATE VIEW PupilAttendanceInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    r.ToDay AS CountedOn,
    t.PupilId,
    t.Locality,
    t.SocialWorkerStatus,
    t.SessionsPossible,
    t.SessionsAttended,
    t.Suspensions
FROM PupilAttendance t
JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND r.ToDay BETWEEN s.FromDay AND s.ToDay;
CREATE VIEW ReturnFinding AS
SELECT
    r.Agency,
    r.Dataset,
    f.ReturnId,
    f.FindingNumber,
    f.RecordNumber,
    f.LineNumber,
    f.RecordKey,
    f.RuleCode,
    f.Field,
    f.Severity,
    b.Dimension,
    b.Message,
    f.FoundValue
FROM Finding f
JOIN RuleBreach b ON b.ReturnId = f.ReturnId AND b.RuleCode = f.RuleCode AND b.Field = f.Field
JOIN AgencyReturn r ON r.ReturnId = f.ReturnId;
CREATE VIEW StatutoryVisitInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    t.DueOn AS CountedOn,
    t.VisitId,
    t.ChildId,
    t.Locality,
    t.Team,
    t.VisitType,
    t.DueOn,
    t.VisitedOn,
    t.ChildSeen,
    t.SeenAlone,
    t.NotAloneReason,
    t.WorkerId,
    t.ManagerCheckedOn
FROM StatutoryVisit t
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND t.DueOn BETWEEN s.FromDay AND s.ToDay;
CREATE VIEW StrategyMeetingInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    t.NeededOn AS CountedOn,
    t.MeetingId,
    t.ChildId,
    t.Locality,
    t.Team,
    t.NeededOn,
    t.HeldOn,
    t.SocialCareAttended,
    t.PoliceAttended,
    t.HealthAttended,
    t.SchoolAttended,
    t.Outcome
FROM StrategyMeeting t
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND t.NeededOn BETWEEN s.FromDay AND s.ToDay;
CREATE VIEW SubmittedReturn AS
SELECT
    r.ReturnId,
    r.Agency,
    r.Dataset,
    r.FromDay,
    r.ToDay,
    r.ReceivedAt,
    r.WithdrawnAt,
    CASE
        WHEN r.WithdrawnAt IS NOT NULL THEN 'withdrawn'
        WHEN r.Status = 'rejected' THEN r.Status
        WHEN NOT EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND s.EndedAt IS NULL) THEN 'superseded'
        ELSE r.Status
    END AS Status,
    r.Received,
    r.Accepted,
    r.Rejected,
    r.Queried,
    r.Reason
FROM AgencyReturn r;
CREATE VIEW WorkforcePostInForce AS
SELECT
    s.Agency,
    t.ReturnId,
    t.RecordNumber,
    r.ToDay AS CountedOn,
    t.PostId,
    t.Locality,
    t.Team,
    t.Role,
    t.Fte,
    t.Status,
    t.WorkerId,
    t.StartedOn,
    t.VacantSince,
    t.DbsCheckedOn
FROM WorkforcePost t
JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND r.ToDay BETWEEN s.FromDay AND s.ToDay;
COMMIT;
