-- How far what readers see has changed: a row for each thing that only one writes at a time (an agency's returns of a dataset, the targets, ...), raised in the
-- transaction of every change to it, so that writers of different agencies do not wait for one another here. The sum of all numbers is the data's version.
-- A number is raised by a random step: a database that was restored from a backup does not come to the same sum by another way.

CREATE TABLE DataVersion (
    Stream NVARCHAR(100) NOT NULL,
    VersionNumber BIGINT NOT NULL,
    ChangedAt DATETIME2(3) NOT NULL,
    CONSTRAINT PK_DataVersion PRIMARY KEY (Stream)); -- clustered
