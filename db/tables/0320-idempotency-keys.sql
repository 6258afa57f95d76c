-- What became of the requests that bore an Idempotency-Key, for as long as they may be sent again. Kept in the transaction of the return.
-- KeyHash is the SHA-256 of the key, which may be any text; Fingerprint that of everything that makes a request the same. No receipt is kept
-- here: it is the return's. Outcome is 'taken', 'repeated', 'rejected', 'ahead', 'accepted' or the code of the problem with which a body was not read.
CREATE TABLE IdempotencyKey (
    Client NVARCHAR(100) NOT NULL,
    Agency NVARCHAR(20) NOT NULL,
    KeyHash CHAR(64) NOT NULL,
    Fingerprint CHAR(64) NOT NULL,
    KeptAt DATETIME2(3) NOT NULL,
    Outcome NVARCHAR(40) NOT NULL,
    ReturnId CHAR(36) NULL,
    Detail NVARCHAR(400) NULL,
    LineNumber INT NULL,
    Position INT NULL,
    ReceivedOn DATE NULL,
    CONSTRAINT PK_IdempotencyKey PRIMARY KEY (Client, Agency, KeyHash)); -- clustered

CREATE INDEX IX_IdempotencyKey_KeptAt ON IdempotencyKey (KeptAt);
