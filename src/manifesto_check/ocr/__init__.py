"""Reading pages whose text is only a picture, with OCRmyPDF and tesseract (the extra ``ocr``)."""
