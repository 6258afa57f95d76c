-- Three roles with as little power as their work takes. Run after the first migration, as db_owner, and again after one that adds tables
-- or views; those that a migration changes are altered and keep their grants. Then, for each login: ALTER ROLE sm_submit ADD MEMBER [the user];
-- A test holds the grants of sm_submit against every statement that the service sends. Filling the demonstration is not among them.

-- The service: takes returns, reads figures; also where it reads from a secondary. It deletes records and findings of a return that was refused half-way,
-- whose time is over, or of a child that is to be forgotten (with what was said of its queries), accepted bodies that are done with, and what is remembered of requests for a time.
-- It can add lines to the audit, and neither change nor delete one.
IF DATABASE_PRINCIPAL_ID(N'sm_submit') IS NULL CREATE ROLE sm_submit;
GO
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.Agency TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.Client TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.ClientAgency TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.ClientKey TO sm_submit;
GRANT SELECT ON OBJECT::dbo.SchemaMigration TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.AgencyReturn TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.HeldReturn TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.ReturnConfirmation TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.RuleBreach TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.Finding TO sm_submit;
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::dbo.QueryExplanation TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.Segment TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.Cell TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.SegmentDefinition TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.RestatedRecord TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.RejudgedRecord TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.JudgingReturn TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.StatedKey TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.ComparedKey TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.KeyedDataset TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.PurgedKey TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.FieldCount TO sm_submit;
-- Generated from the datasets: the tables of records.
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.OpenCase TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.StatutoryVisit TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.StrategyMeeting TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.WorkforcePost TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.HealthAssessment TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.PoliceNotification TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.PupilAttendance TO sm_submit;
-- End of what is generated.
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.ReturnScheduleEntry TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.AddedBankHoliday TO sm_submit;
GRANT SELECT, UPDATE ON OBJECT::dbo.Calendar TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.IndicatorTarget TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.FigureRelease TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.ReleasedFigure TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.BenchmarkLoad TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.Benchmark TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.AreaPopulation TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.IdempotencyKey TO sm_submit;
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::dbo.AcceptedReturn TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.AcceptedBody TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.AuditLine TO sm_submit;
GRANT SELECT, INSERT ON OBJECT::dbo.ForgottenReturn TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.RetentionDay TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.RemainingCount TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.RemovedRecord TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.RejectedRecordChild TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.RemovedRecordCount TO sm_submit;
GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.IdentifierKeys TO sm_submit;
GRANT SELECT, INSERT, UPDATE ON OBJECT::dbo.DataVersion TO sm_submit;
GRANT SELECT ON OBJECT::dbo.AverageCaseload TO sm_submit;
GO

-- Analysts: the views of db/views/reporting and no table, so no hash of an identifier.
IF DATABASE_PRINCIPAL_ID(N'sm_read') IS NULL CREATE ROLE sm_read;
GO
-- Generated from the datasets: the views.
GRANT SELECT ON OBJECT::dbo.OpenCaseInForce TO sm_read;
GRANT SELECT ON OBJECT::dbo.StatutoryVisitInForce TO sm_read;
GRANT SELECT ON OBJECT::dbo.StrategyMeetingInForce TO sm_read;
GRANT SELECT ON OBJECT::dbo.WorkforcePostInForce TO sm_read;
GRANT SELECT ON OBJECT::dbo.HealthAssessmentInForce TO sm_read;
GRANT SELECT ON OBJECT::dbo.PoliceNotificationInForce TO sm_read;
GRANT SELECT ON OBJECT::dbo.PupilAttendanceInForce TO sm_read;
-- End of what is generated.
GRANT SELECT ON OBJECT::dbo.LiveCell TO sm_read;
GRANT SELECT ON OBJECT::dbo.LiveFigureCount TO sm_read;
GRANT SELECT ON OBJECT::dbo.ReturnFinding TO sm_read;
GRANT SELECT ON OBJECT::dbo.SubmittedReturn TO sm_read;
GO

-- Migrations: make and change what is in dbo, and move its data. Not in use between upgrades.
IF DATABASE_PRINCIPAL_ID(N'sm_migrate') IS NULL CREATE ROLE sm_migrate;
GO
GRANT CREATE TABLE TO sm_migrate;
GRANT CREATE VIEW TO sm_migrate;
GRANT ALTER, REFERENCES, SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO sm_migrate;
GO
