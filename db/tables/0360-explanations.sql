-- Queries of which somebody has said that the record is right, and how many findings of a return were so explained when it was stored.

-- One row for each time that it was said. It holds from SetAt until EndedAt (ended, or said anew), and to the end of UntilDay at the latest.
-- RecordKey is the agency's own id of the record. ValuesHash is a keyed hash of the values that the rule read: a record with other values is
-- not explained by it. Note is a short text without identifiers.
CREATE TABLE QueryExplanation (
    ExplanationId CHAR(36) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    Dataset NVARCHAR(40) NOT NULL,
    RuleCode NVARCHAR(10) NOT NULL,
    Field NVARCHAR(60) NOT NULL,
    RecordKey NVARCHAR(36) NOT NULL,
    Reason NVARCHAR(40) NOT NULL,
    Note NVARCHAR(400) NULL,
    UntilDay DATE NOT NULL,
    ValuesHash CHAR(43) NOT NULL,
    SetAt DATETIME2(3) NOT NULL,
    SetBy NVARCHAR(100) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    EndedBy NVARCHAR(100) NULL,
    CONSTRAINT PK_QueryExplanation PRIMARY KEY (ExplanationId),
    CONSTRAINT FK_QueryExplanation_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));

CREATE INDEX IX_QueryExplanation_Dataset ON QueryExplanation (Agency, Dataset, EndedAt);

-- Why the record is right, where the finding is an explained query. Empty in findings of earlier versions.
ALTER TABLE Finding ADD Explained NVARCHAR(40) NULL;

-- How many of the findings are explained queries; and how many records have no query but explained ones, which are not among those queried.
ALTER TABLE RuleBreach ADD Explained INT NULL;
ALTER TABLE AgencyReturn ADD Explained INT NULL;
