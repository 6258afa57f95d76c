-- The datasets whose ids begin again at the agency (a school's incident numbers each September), by name, with a comma between two. Of
-- these the days alone decide which of its records are in force. Null for none.
ALTER TABLE Agency ADD IdsBeginAgain NVARCHAR(1000) NULL;
