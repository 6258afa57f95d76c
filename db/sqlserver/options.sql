-- Settings of the database that are the DBA's to choose. Run once, out of hours: the first ends open transactions, the others rewrite their tables.

-- Row versions, so that boards reading never wait for agencies posting. The service's own migration sets it where it makes the database.
ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO

-- Page compression: a return's rows lie together and repeat the same return id (36 characters), localities, teams and codes, and a snapshot
-- sends nearly the same records every night. Rows are written once and never updated, so what compression costs is paid once.
-- Not columnstore: records are read a return at a time by their key, and figures from Cell a segment at a time. Argued, not yet measured.
-- Generated from the datasets: the tables of records.
ALTER TABLE dbo.OpenCase REBUILD WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE dbo.StatutoryVisit REBUILD WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE dbo.StrategyMeeting REBUILD WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE dbo.WorkforcePost REBUILD WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE dbo.HealthAssessment REBUILD WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE dbo.PoliceNotification REBUILD WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE dbo.PupilAttendance REBUILD WITH (DATA_COMPRESSION = PAGE);
-- End of what is generated.
ALTER TABLE dbo.Cell REBUILD WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE dbo.Finding REBUILD WITH (DATA_COMPRESSION = PAGE);
GO
