"""The trained tagger: runs the shipped ONNX file and answers the port that ``reading`` declares."""
