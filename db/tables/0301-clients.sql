-- Who calls, with which keys. It takes over from ApiKey, whose rows each become a client with the one key; nothing reads ApiKey any more.

-- Permissions are words with spaces between. CreatedBy and EndedBy are the id of the key that asked, null where a command did. Nothing is deleted.
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

-- The agencies that a client acts for. One without any belongs to the partnership: a board, an analyst, an administrator.
CREATE TABLE ClientAgency (
    ClientId CHAR(36) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    CONSTRAINT PK_ClientAgency PRIMARY KEY (ClientId, Agency),
    CONSTRAINT FK_ClientAgency_Client FOREIGN KEY (ClientId) REFERENCES Client (ClientId),
    CONSTRAINT FK_ClientAgency_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));

-- A key as it is kept: the SHA-256 of it. It holds 256 random bits, so nothing slower is needed. LastUsedAt is true to the hour.
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

CREATE INDEX IX_ClientKey_Client ON ClientKey (ClientId);

INSERT INTO Client (ClientId, Name, Permissions, IsDemonstration, CreatedAt)
SELECT KeyId, Name, Permissions, IsDemonstration, CreatedAt FROM ApiKey;

INSERT INTO ClientAgency (ClientId, Agency)
SELECT KeyId, Agency FROM ApiKey WHERE Agency IS NOT NULL;

INSERT INTO ClientKey (KeyId, ClientId, KeyHash, CreatedAt)
SELECT KeyId, KeyId, KeyHash, CreatedAt FROM ApiKey;
