-- What is wrong with the one value that a finding is about, in a sentence; empty in findings of earlier versions.
ALTER TABLE Finding ADD Detail NVARCHAR(400) NULL;
