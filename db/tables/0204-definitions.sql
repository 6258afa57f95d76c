-- By which version of an indicator's definition the cells of a segment were worked out, where that is not the first: a segment
-- without a row here has them by version 1, as all had before definitions bore a version.
-- A definition that changes changes no cell: recalculating ends the segment and begins another over the same days.

CREATE TABLE SegmentDefinition (
    SegmentId CHAR(36) NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    Version INT NOT NULL,
    CONSTRAINT PK_SegmentDefinition PRIMARY KEY (SegmentId, Indicator),
    CONSTRAINT FK_SegmentDefinition_Segment FOREIGN KEY (SegmentId) REFERENCES Segment (SegmentId)); -- clustered
