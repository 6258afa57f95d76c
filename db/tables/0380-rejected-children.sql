-- Which child a record is about that has findings and is not stored: by keyed hashes of the agency's own id of the child and of its other
-- identifiers, so that the findings of rejected records can be erased with the child. Nothing else is kept of such a record. Findings of
-- earlier versions have none.
CREATE TABLE RejectedRecordChild (
    ReturnId CHAR(36) NOT NULL,
    RecordNumber INT NOT NULL,
    ChildHash CHAR(43) NOT NULL,
    CONSTRAINT PK_RejectedRecordChild PRIMARY KEY (ReturnId, RecordNumber, ChildHash),
    CONSTRAINT FK_RejectedRecordChild_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered
