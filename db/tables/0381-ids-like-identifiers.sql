-- The datasets whose ids at the agency have the form of NHS numbers or UPNs and are none, by name, with a comma between two. They are not
-- refused one by one. Null for none.
ALTER TABLE Agency ADD IdsLikeIdentifiers NVARCHAR(1000) NULL;
