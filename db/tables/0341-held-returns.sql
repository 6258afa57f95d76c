-- Returns that were held because of what was found in them, and returns that somebody confirmed.

-- One row for each return that was held: stored and checked, with no day. It is held from BeganAt until EndedAt; Ending says why it ended:
-- 'confirmed', 'withdrawn', 'superseded' (a newer return that was taken covers all its days) or 'expired'. Reason is the sentence of its receipt.
CREATE TABLE HeldReturn (
    ReturnId CHAR(36) NOT NULL,
    BeganAt DATETIME2(3) NOT NULL,
    ExpiresAt DATETIME2(3) NOT NULL,
    Reason NVARCHAR(1000) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    Ending NVARCHAR(20) NULL,
    CONSTRAINT PK_HeldReturn PRIMARY KEY (ReturnId),
    CONSTRAINT FK_HeldReturn_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered

CREATE INDEX IX_HeldReturn_EndedAt ON HeldReturn (EndedAt, ExpiresAt);

-- One row for each return that somebody said yes to: beforehand, with confirmed=true, or after it was held, with a reason. There is no
-- reference to the return: a return that is processed later has its row since it was accepted. ConfirmedBy is the id of a key, which may go.
CREATE TABLE ReturnConfirmation (
    ReturnId CHAR(36) NOT NULL,
    ConfirmedAt DATETIME2(3) NOT NULL,
    IsBeforehand BIT NOT NULL,
    ConfirmedBy NVARCHAR(100) NULL,
    Reason NVARCHAR(400) NULL,
    CONSTRAINT PK_ReturnConfirmation PRIMARY KEY (ReturnId)); -- clustered
