-- Under how many keys, one over the other, the hashes of NHS numbers and UPNs stand, and a hash by which these keys are known again.
-- One row, from the first start of a version that makes it.

CREATE TABLE IdentifierKeys (
    Layers INT NOT NULL,
    KeyCheck CHAR(43) NOT NULL,
    SetAt DATETIME2(3) NOT NULL,
    CONSTRAINT PK_IdentifierKeys PRIMARY KEY (Layers));

-- While hashes are put under a further key: each as it was and as it becomes. Empty before and after.
CREATE TABLE IdentifierRewrap (
    OldHash CHAR(43) NOT NULL,
    NewHash CHAR(43) NOT NULL,
    CONSTRAINT PK_IdentifierRewrap PRIMARY KEY (OldHash)); -- clustered
