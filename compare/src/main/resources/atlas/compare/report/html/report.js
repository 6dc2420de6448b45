themeButton();
openForPrinter();
openWhatIsLinked();
tellOnTap();
document.querySelectorAll("table.sortable").forEach(sortable);
costCurves();
pairs();
